import type { GroupingProblem } from '../problem/problem.ts';
import type { Partition } from '../solve/partition.ts';

/** Pairs of schools that a partition puts together, without those that must be together anyway. */
export function partnershipsOf(problem: GroupingProblem, partition: Partition): ReadonlySet<number> {
  const blockOf = new Int32Array(problem.count);
  problem.blocks.forEach((block, index) => {
    for (const school of block) blockOf[school] = index;
  });
  const pairs = new Set<number>();
  for (const group of partition)
    group.forEach((one, index) => {
      for (const other of group.slice(index + 1))
        if (blockOf[one] !== blockOf[other]) pairs.add(one * problem.count + other);
    });
  return pairs;
}

/** Share of the partnerships of either of two groupings that the other does not have (Jaccard distance), 0 to 1. */
export function differenceOf(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : 1 - shared / all;
}
