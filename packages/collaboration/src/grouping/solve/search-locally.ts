import type { GroupingProblem } from '../problem/problem.ts';
import { constructGroups } from './construct-groups.ts';
import { type GroupMeter, groupMeter, penalty } from './group-meter.ts';
import { costOf, type Groups, groupsOf, improve, replace } from './improve-groups.ts';
import type { Pace } from './pace.ts';
import { type Partition, partitionOf } from './partition.ts';
import type { Random } from './random.ts';

/** What a search is given besides the problem. */
export interface SearchOptions {
  readonly factors: Float64Array;
  /** How many groups to make. */
  readonly groups: number;
  /** How often to shake the best found and improve it again. */
  readonly rounds: number;
  readonly random: Random;
  readonly pace: Pace;
  /** Told of every grouping that no single step improves and that holds the constraints. */
  readonly onOptimum?: (partition: Partition) => void;
  /** Told how far the search is, 0 to 1. */
  readonly onRound?: (share: number) => void;
}

/** Of so few blocks, groupings that could be improved are told too: there may be hardly any that cannot. */
const fewBlocks = 12;

/** What a search found. */
export interface Found {
  readonly partition: Partition;
  readonly cost: number;
  /** Constraints that it breaks: barred pairs, and schools too many or too few. */
  readonly broken: number;
}

/**
 * Iterated local search (Lourenço, Martin and Stützle 2003): improve a start by moves and swaps until none helps; then exchange
 * a few blocks of two or three groups at random, improve again, and go on from the result unless it is worse.
 */
export async function searchLocally(problem: GroupingProblem, options: SearchOptions): Promise<Found> {
  const { factors, random, pace, rounds, onOptimum } = options;
  const meter = groupMeter(problem, factors);
  const groups = groupsOf(constructGroups(problem, options.groups, random), meter);
  const partition = () =>
    partitionOf(
      groups.members
        .filter((group) => group.length > 0)
        .map((group) => group.flatMap((block) => [...problem.blocks[block]!])),
    );
  const tell = () => {
    if (onOptimum !== undefined && costOf(groups) < penalty) onOptimum(partition());
  };
  const tellUnfinished = () => {
    if (problem.blocks.length <= fewBlocks) tell();
  };
  tellUnfinished();
  await improve(groups, meter, random, pace);
  tell();
  let best = costOf(groups);
  for (let round = 0; round < rounds && groups.members.length > 1; round++) {
    const before = { members: groups.members.map((group) => [...group]) };
    options.onRound?.(round / rounds);
    shake(groups, meter, random);
    tellUnfinished();
    await improve(groups, meter, random, pace);
    tell();
    const cost = costOf(groups);
    if (cost <= best) best = cost;
    else restore(groups, before.members, meter);
  }
  return { partition: partition(), cost: best, broken: Math.floor(best / penalty) };
}

/** Exchanges blocks between two groups, twice or three times. */
function shake(groups: Groups, meter: GroupMeter, random: Random): void {
  const times = 2 + random.below(2);
  for (let time = 0; time < times; time++) {
    const one = random.below(groups.members.length);
    const other = (one + 1 + random.below(groups.members.length - 1)) % groups.members.length;
    const [left, right] = [groups.members[one]!, groups.members[other]!];
    if (left.length === 0 || right.length === 0) continue;
    const given = left[random.below(left.length)]!;
    const taken = right[random.below(right.length)]!;
    replace(groups, one, [...left.filter((block) => block !== given), taken], meter);
    replace(groups, other, [...right.filter((block) => block !== taken), given], meter);
  }
}

function restore(groups: Groups, members: readonly number[][], meter: GroupMeter): void {
  members.forEach((group, index) => {
    const now = groups.members[index]!;
    const same = now.length === group.length && now.every((block, at) => block === group[at]);
    if (!same) replace(groups, index, group, meter);
  });
}
