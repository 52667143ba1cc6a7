/** Dark enough for white text, and apart for people who see colours differently. */
const colors = ['#0b5c6b', '#9c3d00', '#4b3a9b', '#2e6b1f', '#a3195b', '#6b5a00', '#1b4f9c', '#5c5c5c'];
const dashes = ['none', '6 3', '2 3', '8 3 2 3'];

/** The colour of a group, by its place; after eight they come again, with another line. */
export function colorOf(place: number): string {
  return colors[place % colors.length]!;
}

/** The line of a group, by its place, so that groups differ without colour too. */
export function dashOf(place: number): string {
  return dashes[(place + Math.floor(place / colors.length)) % dashes.length]!;
}
