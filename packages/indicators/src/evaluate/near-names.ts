/**
 * The names nearest to what was written, at most three, for the end of an error message. Distance: the fewest letters to add,
 * leave out or change (Levenshtein); a name that contains what was written counts as near.
 */
export function nearNames(written: string, names: Iterable<string>): string[] {
  const wanted = written.toLowerCase();
  const ranked: { name: string; distance: number }[] = [];
  for (const name of new Set(names)) {
    const candidate = name.toLowerCase();
    const distance = wanted.length > 2 && candidate.includes(wanted) ? 1 : editDistance(wanted, candidate);
    if (distance <= Math.max(2, Math.floor(wanted.length / 2))) ranked.push({ name, distance });
  }
  ranked.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return ranked.slice(0, 3).map(({ name }) => name);
}

/** `Did you mean …?`, or a word on where the names are listed. */
export function suggestion(near: readonly string[], otherwise: string): string {
  return near.length === 0 ? otherwise : `Did you mean ${near.map((name) => `“${name}”`).join(' or ')}?`;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] as number) + 1, (current[j - 1] as number) + 1));
    }
    previous = current;
  }
  return previous[b.length] as number;
}
