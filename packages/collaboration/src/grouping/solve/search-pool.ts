import type { GroupingProblem } from '../problem/problem.ts';
import { groupCounts } from './group-counts.ts';
import type { Pace } from './pace.ts';
import { keyOf, type Partition } from './partition.ts';
import { randomOf } from './random.ts';
import { type Found, searchLocally } from './search-locally.ts';

/** Options of {@link searchPool}. */
export interface SearchPoolOptions {
  /** What counts: the factors of the score first; then, for variety, others. */
  readonly ways: readonly Float64Array[];
  /** The first so many ways are searched longer and from several starts. */
  readonly starts: number;
  readonly rounds: number;
  readonly seed: number;
  readonly pace: Pace;
  /** Share of the whole work done before this, and after. */
  readonly from: number;
  readonly to: number;
}

/** Groupings that were found, the best for each way first. */
export interface Pool {
  /** The best for each way; `undefined` when none held the constraints. */
  readonly best: readonly (Partition | undefined)[];
  readonly all: readonly Partition[];
}

/** Most groupings that are remembered, and most schools for which more than the best of each search are. */
const mostKept = 4_000;
const fewSchools = 60;

/** Searches from several starts, for several numbers of groups, for each way of adding up the objectives. */
export async function searchPool(problem: GroupingProblem, options: SearchPoolOptions): Promise<Pool> {
  const { ways, starts, rounds, pace, from, to } = options;
  const few = problem.count <= fewSchools;
  const all = new Map<string, Partition>();
  const keep = (partition: Partition) => {
    if (all.size < mostKept) all.set(keyOf(partition), partition);
  };
  const best: (Partition | undefined)[] = [];
  let counts = groupCounts(problem, 4);
  for (const [way, factors] of ways.entries()) {
    const runs = way === 0 ? starts : 1;
    let found: Found | undefined;
    for (let start = 0; start < runs; start++) {
      const random = randomOf(Math.imul(options.seed, 0x9e3779b1) + 7919 * way + start);
      for (const [index, groups] of counts.entries()) {
        const onRound = (share: number) => {
          const done = way + (start + (index + share) / counts.length) / runs;
          pace.say(from + ((to - from) * done) / ways.length, 'looking for groups');
        };
        onRound(0);
        const onOptimum = few ? { onOptimum: keep } : {};
        const next = await searchLocally(problem, {
          factors,
          groups,
          rounds,
          random,
          pace,
          onRound,
          ...onOptimum,
        });
        if (next.broken === 0) keep(next.partition);
        if (found === undefined || next.cost < found.cost - 1e-12) found = next;
      }
      // Of many schools, the number of groups that was best by the score is good enough for the rest.
      if (!few && found !== undefined) counts = [found.partition.length];
    }
    best.push(found?.broken === 0 ? found.partition : undefined);
  }
  return { best, all: [...all.values()] };
}
