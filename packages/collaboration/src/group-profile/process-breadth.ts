import { type ProcessBreadth, processes } from '@collegial/model';
import type { Tie } from '../ties/tie.ts';

/**
 * How many of the eight processes (B3) the pairs of a group have evidence in, and how near to longer-term impact these
 * stand. The place of a process is its number in the book's order, 1 to 8; its weight is the number of pairs with
 * evidence in it. With m the weighted mean of the places, the position is (m − 1) ÷ 7: 0 where all is movement of staff,
 * 1 where all is shared responsibility. More records of what a pair does already move nothing.
 */
export function processBreadth(ties: readonly Tie[]): ProcessBreadth {
  const active = processes.flatMap(({ id }, index) => {
    const pairs = new Set(ties.filter((tie) => tie.process === id).map((tie) => tie.schools.join(' ')));
    return pairs.size === 0 ? [] : [{ process: id, pairs: pairs.size, place: index + 1 }];
  });
  const weight = active.reduce((sum, one) => sum + one.pairs, 0);
  const places = active.reduce((sum, one) => sum + one.pairs * one.place, 0);
  return {
    processes: active.map(({ process, pairs }) => ({ process, pairs })),
    breadth: active.length,
    position: weight === 0 ? null : (places / weight - 1) / (processes.length - 1),
  };
}
