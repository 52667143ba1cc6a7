/** Puts names in the place of ids in a text: whole ids only, and all at once, so that no id is found within another or within a name. */
export function nameSchools(
  text: string,
  schools: readonly string[],
  name: (school: string) => string,
): string {
  const ids = [...schools]
    .sort((a, b) => b.length - a.length)
    .map((id) => id.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return text.replaceAll(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${ids.join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    (id) => name(id),
  );
}
