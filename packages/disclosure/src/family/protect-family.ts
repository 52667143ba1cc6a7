import { findLeaks } from '../attack/find-leaks.ts';
import { isSmall } from '../thresholds.ts';
import type { Family, ProtectedCell } from './family.ts';
import { lineLeaks } from './line-leak.ts';
import { type ReadableFamily, readableFamily } from './readable-family.ts';

/**
 * Protects tables that are published together. A cell with a count of 1 to threshold − 1, or whose counts add up to
 * one, is hidden; zero stays. Then, for a reader who knows nothing and for each one who holds exact figures, further
 * cells are hidden, smallest first, until what remains of any published total comes from at least two parts and is no
 * small count, and until neither subtraction over all lines nor bounds name a small count better than 1.5 × blind.
 *
 * Deterministic: the same family gives the same result, in whatever order its cells are given.
 *
 * @throws RangeError when the family is not well formed or the threshold is below 5
 *
 * @example
 * ```ts
 * import { protectFamily } from '@collegial/disclosure';
 *
 * const cells = protectFamily({
 *   cells: [
 *     { id: 'all', counts: [60] }, { id: 'a', counts: [4] }, { id: 'b', counts: [20] }, { id: 'c', counts: [36] },
 *   ],
 *   lines: [{ total: 'all', parts: ['a', 'b', 'c'] }],
 * });
 * cells.get('a')?.state; // 'hidden': small
 * cells.get('b')?.state; // 'hidden': all − b − c would give a back
 * cells.get('c'); // { id: 'c', state: 'shown', counts: [36] }
 * ```
 */
export function protectFamily(family: Family): Map<string, ProtectedCell> {
  const readable = readableFamily(family);
  const hidden = new Map<string, 'small' | 'complementary' | 'withheld'>();
  for (const { id, published = true } of family.cells) {
    if ((readable.counts.get(id) ?? []).some((count) => isSmall(count, readable.threshold)))
      hidden.set(id, 'small');
    else if (!published) hidden.set(id, 'withheld');
  }
  for (let id = nextToHide(readable, hidden); id !== undefined; id = nextToHide(readable, hidden)) {
    hidden.set(id, 'complementary');
  }
  const withheld = new Set(family.cells.filter((cell) => cell.published === false).map((cell) => cell.id));
  return new Map(
    family.cells.map(({ id, counts }): [string, ProtectedCell] => {
      const reason = withheld.has(id) ? 'withheld' : hidden.get(id);
      return [id, reason === undefined ? { id, state: 'shown', counts } : { id, state: 'hidden', reason }];
    }),
  );
}

function nextToHide(family: ReadableFamily, hidden: ReadonlyMap<string, unknown>): string | undefined {
  for (const knows of family.readers) {
    for (const line of family.lines) {
      if (!lineLeaks(family, line, hidden, knows)) continue;
      const next = smallestShown(family, line.parts, hidden, knows) ?? line.total;
      if (!hidden.has(next)) return next;
    }
  }
  for (const knows of family.readers) {
    for (const { cell } of findLeaks(family, hidden, knows)) {
      const lines = family.lines.filter(({ total, parts }) => total === cell || parts.includes(cell));
      const next =
        smallestShown(
          family,
          lines.flatMap((line) => line.parts),
          hidden,
          knows,
        ) ??
        smallestShown(
          family,
          lines.map((line) => line.total),
          hidden,
          knows,
        ) ??
        smallestShown(family, [...family.counts.keys()], hidden, knows);
      if (next !== undefined) return next;
    }
  }
  return undefined;
}

/** The shown cell with the fewest people, of those that hold any and that the reader does not know; ties by id. */
function smallestShown(
  family: ReadableFamily,
  candidates: readonly string[],
  hidden: ReadonlyMap<string, unknown>,
  knows: ReadonlySet<string>,
): string | undefined {
  const size = (id: string) => family.counts.get(id)?.at(-1) ?? 0;
  return candidates
    .filter((id) => !hidden.has(id) && !knows.has(id) && size(id) > 0)
    .sort((a, b) => size(a) - size(b) || (a < b ? -1 : 1))[0];
}
