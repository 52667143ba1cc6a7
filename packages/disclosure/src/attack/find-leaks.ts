import type { ReadableFamily } from '../family/readable-family.ts';
import { isSmall } from '../thresholds.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import { solveLines } from './solve-lines.ts';

/** A small count that a reader can name more often than the policy allows. */
export interface Leak {
  readonly cell: string;
  /** How it was found. */
  readonly by: 'subtraction' | 'bounds';
  /** Values that it can still have, as far as this reader can tell. */
  readonly candidates: number;
}

/** How much better than a blind guess a reader may be at naming a hidden small count exactly. */
export const largestGain = 1.5;

/**
 * Attacks a family as a reader would: works out hidden cells from the lines, and bounds the rest. A small count leaks
 * when so few values remain that naming it succeeds more than 1.5 times as often as without anything published, from
 * what the reader holds anyway and the guess that it lies between 1 and threshold − 1.
 */
export function findLeaks(
  family: ReadableFamily,
  hidden: ReadonlyMap<string, unknown>,
  knows: ReadonlySet<string>,
): Leak[] {
  const everything = new Map([...family.counts.keys()].map((id) => [id, true]));
  const solved = solveLines(family, hidden, knows);
  const solvedAnyway = solveLines(family, everything, knows);
  const width = [...family.counts.values()][0]?.length ?? 0;
  const leaks = new Map<string, Leak>();
  for (let at = 0; at < width; at += 1) {
    const small = [...hidden.keys()].filter(
      (cell) =>
        isSmall(family.counts.get(cell)?.[at] ?? 0, family.threshold) &&
        isSmall(countOfOthers(family, cell, knows, at), family.threshold),
    );
    if (small.length === 0) continue;
    const bounds = boundsOf(family, hidden, knows, at);
    const boundsAnyway = boundsOf(family, everything, knows, at);
    for (const cell of small) {
      if (solvedAnyway.has(cell)) continue;
      const candidates = solved.has(cell) ? 1 : valuesWithin(bounds.get(cell), family.threshold);
      if (candidates * largestGain < valuesWithin(boundsAnyway.get(cell), family.threshold)) {
        leaks.set(cell, { cell, by: solved.has(cell) ? 'subtraction' : 'bounds', candidates });
      }
    }
  }
  return [...leaks.values()];
}

function valuesWithin(bounds: Bounds | undefined, threshold: number): number {
  return (
    Math.min(bounds?.high ?? Number.POSITIVE_INFINITY, threshold - 1) - Math.max(bounds?.low ?? 0, 1) + 1
  );
}

/** What is left of a cell without what the reader holds: a total of nobody but one's own students tells of no other. */
function countOfOthers(family: ReadableFamily, cell: string, knows: ReadonlySet<string>, at: number): number {
  const count = (id: string) => family.counts.get(id)?.[at] ?? 0;
  if (knows.has(cell)) return 0;
  const own = family.lines
    .filter((line) => line.total === cell)
    .map((line) => line.parts.filter((part) => knows.has(part)).reduce((sum, part) => sum + count(part), 0));
  return count(cell) - Math.max(0, ...own);
}
