import type { GroupingProblem } from '../problem/problem.ts';
import { type Partition, partitionOf, valuesOf } from './partition.ts';
import { type Random, randomOf } from './random.ts';

const draws = 300;

/**
 * What each objective comes to when lots are drawn: the mean over 300 random groupings that hold sizes and schools that must
 * be together, but no distance and nothing that must be apart. It is the yardstick against which objectives in different
 * units are added up.
 */
export function drawLots(problem: GroupingProblem): Float64Array {
  const random = randomOf(271_828);
  const sums = new Float64Array(problem.objectives.length);
  for (let draw = 0; draw < draws; draw++) {
    const values = valuesOf(problem, deal(problem, random));
    for (let index = 0; index < sums.length; index++) sums[index]! += values[index]! / draws;
  }
  return sums;
}

/** The factor of each objective: its weight as a share, in units of what lots give; 0 for one on which nothing depends. */
export function factorsOf(weights: ArrayLike<number>, lots: ArrayLike<number>): Float64Array {
  const total = Array.from(weights).reduce((sum, weight) => sum + weight, 0);
  return Float64Array.from(weights, (weight, index) =>
    lots[index]! > 1e-9 ? weight / total / lots[index]! : 0,
  );
}

/** One random division: blocks in random order, the largest first, each to one of the groups with most room. */
function deal(problem: GroupingProblem, random: Random): Partition {
  const { blocks, count, size } = problem;
  const fewest = Math.ceil(count / size.max);
  const most = Math.max(fewest, Math.floor(count / size.min));
  const groups: number[][] = Array.from({ length: fewest + random.below(most - fewest + 1) }, () => []);
  const order = random
    .shuffle(Int32Array.from(blocks, (_, index) => index))
    .map((block) => block)
    .sort((one, other) => blocks[other]!.length - blocks[one]!.length);
  for (const block of order) {
    const least = Math.min(...groups.map((group) => group.length));
    const emptiest = groups.filter((group) => group.length === least);
    emptiest[random.below(emptiest.length)]!.push(...blocks[block]!);
  }
  return partitionOf(groups.filter((group) => group.length > 0));
}
