import type { AcademicYear } from '@collegial/model';
import { pairOf, type Tie } from '../ties/tie.ts';

type Pair = readonly [string, string];

/** The ties of some years by pair: the two ids with a space between them. */
export function tiesByPair(ties: readonly Tie[], years: readonly AcademicYear[]): Map<string, Tie[]> {
  const wanted = new Set(years);
  const byPair = new Map<string, Tie[]>();
  for (const tie of ties) {
    if (!wanted.has(tie.academicYear)) continue;
    const key = tie.schools.join(' ');
    const known = byPair.get(key);
    if (known === undefined) byPair.set(key, [tie]);
    else known.push(tie);
  }
  return byPair;
}

/** Pairs of some schools in order: all of them, or only those that have ties. */
export function pairsOf(
  schools: readonly string[],
  byPair: ReadonlyMap<string, readonly Tie[]>,
  linkedOnly: boolean,
): Pair[] {
  const sorted = [...new Set(schools)].sort();
  if (!linkedOnly) {
    return sorted.flatMap((one, index) => sorted.slice(index + 1).map((other) => pairOf(one, other)));
  }
  const wanted = new Set(sorted);
  return [...byPair.values()]
    .flatMap(([first]) => (first === undefined ? [] : [first.schools]))
    .filter((pair) => pair.every((school) => wanted.has(school)))
    .sort(([a, b], [c, d]) => (a < c ? -1 : a > c ? 1 : b < d ? -1 : b > d ? 1 : 0));
}
