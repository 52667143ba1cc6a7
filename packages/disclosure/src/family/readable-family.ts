import { defaultThreshold, requireThreshold } from '../thresholds.ts';
import type { Family, Line } from './family.ts';

/** A line with what its parts lack to its total. */
export interface ReadableLine extends Line {
  readonly rest: readonly number[];
}

/** A family checked and completed: every cell has one more count, the sum of the others. */
export interface ReadableFamily {
  readonly counts: ReadonlyMap<string, readonly number[]>;
  readonly lines: readonly ReadableLine[];
  readonly readers: readonly ReadonlySet<string>[];
  readonly threshold: number;
}

/** @throws RangeError when counts are not whole numbers, cells differ in their number, or a line names no cell */
export function readableFamily(family: Family): ReadableFamily {
  const threshold = family.threshold ?? defaultThreshold;
  requireThreshold(threshold);
  const width = family.cells[0]?.counts.length ?? 0;
  const counts = new Map<string, readonly number[]>();
  for (const cell of family.cells) {
    if (counts.has(cell.id)) throw new RangeError(`Cell “${cell.id}” is there twice.`);
    if (cell.counts.length !== width) throw new RangeError('All cells of a family have as many counts.');
    if (cell.counts.some((count) => !Number.isSafeInteger(count) || count < 0)) {
      throw new RangeError(`Cell “${cell.id}” has a count that is no whole number of 0 or more.`);
    }
    const sum = cell.counts.reduce((total, count) => total + count, 0);
    counts.set(cell.id, width > 1 ? [...cell.counts, sum] : cell.counts);
  }
  const countsOf = (id: string) => {
    const found = counts.get(id);
    if (found === undefined) throw new RangeError(`A line names “${id}”, which is no cell.`);
    return found;
  };
  const lines = family.lines.map(({ total, parts }) => {
    const rest = countsOf(total).map((count, at) =>
      parts.reduce((left, part) => left - (countsOf(part)[at] ?? 0), count),
    );
    return { total, parts, rest };
  });
  const readers = [{ knows: [] as readonly string[] }, ...(family.holders ?? [])].map(
    ({ knows }) => new Set(knows),
  );
  return { counts, lines, readers, threshold };
}
