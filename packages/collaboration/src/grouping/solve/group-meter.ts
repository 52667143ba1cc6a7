import { groupCosts } from '../problem/group-costs.ts';
import type { GroupingProblem } from '../problem/problem.ts';

/** What one broken constraint costs: more than all objectives together. */
export const penalty = 1000;

/** Measures a group of blocks, as it is or with one block more and one less. */
export type GroupMeter = (group: readonly number[], without: number, plus: number) => number;

/** No block, for {@link GroupMeter}. */
export const none = -1;

/** The cost of a group: a penalty for each barred pair and each school too many or too few, and what it adds to the objectives. */
export function groupMeter(problem: GroupingProblem, factors: Float64Array): GroupMeter {
  const { blocks, barred, count, size } = problem;
  const members = new Int32Array(count);
  const costs = new Float64Array(problem.objectives.length);
  const free = !barred.includes(1);
  return (group, without, plus) => {
    let length = 0;
    for (const block of group) {
      if (block === without) continue;
      for (const school of blocks[block]!) members[length++] = school;
    }
    if (plus !== none) for (const school of blocks[plus]!) members[length++] = school;
    if (length === 0) return 0;
    let broken = length < size.min ? size.min - length : Math.max(0, length - size.max);
    if (!free) {
      for (let index = 1; index < length; index++) {
        const row = members[index]! * count;
        for (let other = 0; other < index; other++) broken += barred[row + members[other]!]!;
      }
    }
    // What breaks a constraint is only mended, not weighed: the objectives would not change the choice.
    if (broken > 0) return penalty * broken;
    groupCosts(problem, members, length, costs);
    let sum = 0;
    for (let index = 0; index < costs.length; index++) sum += costs[index]! * factors[index]!;
    return sum;
  };
}
