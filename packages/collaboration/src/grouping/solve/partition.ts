import { groupCosts } from '../problem/group-costs.ts';
import type { GroupingProblem } from '../problem/problem.ts';

/** A division of all schools into groups: each sorted, the groups by their first school. */
export type Partition = readonly (readonly number[])[];

/** Puts groups into their one order. */
export function partitionOf(groups: readonly (readonly number[])[]): Partition {
  return groups
    .map((group) => [...group].sort((one, other) => one - other))
    .sort((one, other) => one[0]! - other[0]!);
}

/** The value of each objective of the problem, in its order. */
export function valuesOf(problem: GroupingProblem, partition: Partition): Float64Array {
  const total = new Float64Array(problem.objectives.length);
  const own = new Float64Array(total.length);
  for (const group of partition) {
    groupCosts(problem, group, group.length, own);
    for (let index = 0; index < total.length; index++) total[index]! += own[index]!;
  }
  return total;
}

/** A weighted sum of values. */
export function weigh(values: ArrayLike<number>, factors: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index]! * factors[index]!;
  return sum;
}

/** A text that is the same for the same partition. */
export function keyOf(partition: Partition): string {
  return partition.map((group) => group.join(',')).join('|');
}
