import { type ProcessBreadth, processes } from '@collegial/model';
import { bitsOf, type PairEvidence } from './pair-evidence.ts';

/**
 * How many of the eight processes (B3) the pairs of a group have evidence in, and how near to longer-term impact these
 * stand. The place of a process is its number in the book's order, 1 to 8; its weight is the number of pairs with
 * evidence in it. With m the weighted mean of the places, the position is (m − 1) ÷ 7: 0 where all is movement of staff,
 * 1 where all is shared responsibility. More records of what a pair does already move nothing.
 *
 * @param classes classes of evidence that count, as bits
 */
export function processBreadth(pairs: readonly PairEvidence[], classes: number): ProcessBreadth {
  const counts = pairsByProcess(pairs, classes);
  const active = processes.flatMap(({ id }, index) =>
    counts[index] === 0 ? [] : [{ process: id, pairs: counts[index]!, place: index + 1 }],
  );
  const weight = active.reduce((sum, one) => sum + one.pairs, 0);
  const places = active.reduce((sum, one) => sum + one.pairs * one.place, 0);
  return {
    processes: active.map(({ process, pairs: count }) => ({ process, pairs: count })),
    breadth: active.length,
    position: weight === 0 ? null : (places / weight - 1) / (processes.length - 1),
  };
}

/** For each process, in the book's order, the pairs with evidence in it. */
export function pairsByProcess(pairs: readonly PairEvidence[], classes: number): number[] {
  const counts = processes.map(() => 0);
  for (const pair of pairs) {
    const bits = bitsOf(pair.processes, classes);
    for (let place = 0; place < counts.length; place++) counts[place]! += (bits >> place) & 1;
  }
  return counts;
}
