import type { Together } from './constraints.ts';

/** Schools that must be in one group, joined through chains; every school is in exactly one block, blocks by their first school. */
export function blocksOf(count: number, together: readonly Together[]): Int32Array[] {
  const root = Int32Array.from({ length: count }, (_, place) => place);
  const find = (place: number): number => {
    let at = place;
    while (root[at] !== at) at = root[at]!;
    return at;
  };
  for (const { schools } of together) {
    for (const school of schools) {
      const [one, other] = [find(schools[0]!), find(school)];
      root[Math.max(one, other)] = Math.min(one, other);
    }
  }
  const blocks = new Map<number, number[]>();
  for (let place = 0; place < count; place++) {
    const first = find(place);
    blocks.set(first, [...(blocks.get(first) ?? []), place]);
  }
  return [...blocks.values()].map((members) => Int32Array.from(members));
}
