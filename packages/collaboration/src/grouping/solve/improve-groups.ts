import { type GroupMeter, none } from './group-meter.ts';
import type { Pace } from './pace.ts';
import type { Random } from './random.ts';

/** Groups of blocks that are being improved. */
export interface Groups {
  readonly members: number[][];
  readonly costs: number[];
  /** When each group was last changed, and each pair last looked at, counted in changes. */
  readonly changed: Int32Array;
  readonly looked: Int32Array;
  clock: number;
}

const least = 1e-9;

/** Begins with these groups, nothing looked at yet. */
export function groupsOf(members: readonly (readonly number[])[], meter: GroupMeter): Groups {
  const count = members.length;
  return {
    members: members.map((group) => [...group]),
    costs: members.map((group) => meter(group, none, none)),
    changed: new Int32Array(count).fill(1),
    looked: new Int32Array(count * count),
    clock: 1,
  };
}

/** The cost of all groups. */
export function costOf(groups: Groups): number {
  return groups.costs.reduce((sum, cost) => sum + cost, 0);
}

/** Puts blocks of a group in place of others. */
export function replace(groups: Groups, group: number, members: number[], meter: GroupMeter): void {
  groups.members[group] = members;
  groups.costs[group] = meter(members, none, none);
  groups.clock += 1;
  groups.changed[group] = groups.clock;
}

/** Moves and swaps blocks between two groups at a time, the best first, until no such step improves the whole. */
export async function improve(groups: Groups, meter: GroupMeter, random: Random, pace: Pace): Promise<void> {
  const count = groups.members.length;
  const order = Int32Array.from({ length: count }, (_, group) => group);
  for (let improved = true; improved; ) {
    improved = false;
    random.shuffle(order);
    for (let at = 0; at < count; at++) {
      await pace.breathe();
      for (let other = 0; other < at; other++) {
        while (improvePair(groups, order[at]!, order[other]!, meter)) improved = true;
      }
    }
  }
}

function improvePair(groups: Groups, one: number, other: number, meter: GroupMeter): boolean {
  const { members, costs, changed, looked } = groups;
  const pair = Math.min(one, other) * members.length + Math.max(one, other);
  if (looked[pair]! >= Math.max(changed[one]!, changed[other]!)) return false;
  looked[pair] = groups.clock;
  const [left, right] = [members[one]!, members[other]!];
  let best = costs[one]! + costs[other]! - least;
  let give = none;
  let take = none;
  const consider = (given: number, taken: number) => {
    const mine = meter(left, given, taken);
    if (mine >= best) return;
    const both = mine + meter(right, taken, given);
    if (both < best) {
      best = both;
      give = given;
      take = taken;
    }
  };
  for (const given of left) consider(given, none);
  for (const taken of right) consider(none, taken);
  for (const given of left) for (const taken of right) consider(given, taken);
  if (give === none && take === none) return false;
  replace(groups, one, exchanged(left, give, take), meter);
  replace(groups, other, exchanged(right, take, give), meter);
  return true;
}

function exchanged(group: readonly number[], without: number, plus: number): number[] {
  const rest = group.filter((block) => block !== without);
  return plus === none ? rest : [...rest, plus];
}
