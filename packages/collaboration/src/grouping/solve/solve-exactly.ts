import { groupCosts } from '../problem/group-costs.ts';
import type { GroupingProblem } from '../problem/problem.ts';
import { enumerateGroups, firstOf, type GroupTree, membersOf } from './enumerate-groups.ts';
import type { Pace } from './pace.ts';
import { type Partition, partitionOf, weigh } from './partition.ts';

/** The best grouping for each way of adding up the objectives; `null` when no grouping holds the constraints. */
export interface ExactSolution {
  readonly best: readonly Partition[] | null;
}

/** Beyond these it would take more than some seconds. */
const mostNodes = 150_000;
const mostSteps = 1.5e9;

/**
 * The best grouping of all, by working back from what remains: whatever remains of the schools, its first block is in one of
 * the groups it may be in, and the best for the rest is known. Every objective is a sum over groups, so this is exact.
 * `undefined` when the problem is too large for it.
 *
 * @param ways for each way of adding up the objectives, a factor for each
 */
export async function solveExactly(
  problem: GroupingProblem,
  ways: readonly Float64Array[],
  pace: Pace,
): Promise<ExactSolution | undefined> {
  const trees = enumerateGroups(problem, mostNodes);
  if (trees === undefined || stepsOf(trees) > mostSteps) return undefined;
  const costs = trees.map((tree) => costsOf(problem, tree, ways));
  const all = 2 ** trees.length - 1;
  const count = ways.length;
  const best = new Float64Array((all + 1) * count).fill(Number.POSITIVE_INFINITY).fill(0, 0, count);
  const choice = new Int32Array((all + 1) * count);
  const done = new Uint8Array(all + 1).fill(1, 0, 1);

  const consider = (rest: number, first: number, node: number): void => {
    const left = rest ^ trees[first]!.bits[node]!;
    if (done[left] === 0) solve(left);
    const cost = costs[first]!;
    for (let way = 0; way < count; way++) {
      const total = cost[node * count + way]! + best[left * count + way]!;
      // A later group must be better by more than rounding, so that of equal ones the first is told.
      if (total < best[rest * count + way]! - 1e-12) {
        best[rest * count + way] = total;
        choice[rest * count + way] = node;
      }
    }
  };
  const solve = (rest: number): void => {
    done[rest] = 1;
    const first = firstOf(rest);
    const { bits, behind, whole } = trees[first]!;
    for (let node = 0; node < bits.length; ) {
      if ((bits[node]! & ~rest) !== 0) node = behind[node]!;
      else {
        if (whole[node] === 1) consider(rest, first, node);
        node += 1;
      }
    }
  };

  const { bits, whole } = trees[0]!;
  for (let node = 0; node < bits.length; node++) {
    await pace.breathe();
    if (whole[node] === 1) consider(all, 0, node);
  }
  if (best[all * count] === Number.POSITIVE_INFINITY) return { best: null };
  return {
    best: ways.map((_, way) => {
      const chosen: number[][] = [];
      for (let rest = all; rest !== 0; ) {
        const group = trees[firstOf(rest)]!.bits[choice[rest * count + way]!]!;
        chosen.push(membersOf(problem, group));
        rest ^= group;
      }
      return partitionOf(chosen);
    }),
  };
}

/** An upper limit of the work: how much can remain with each first block × the groups it may be in. */
function stepsOf(trees: readonly GroupTree[]): number {
  return trees.reduce((steps, { bits }, first) => {
    const rests = first === 0 ? 1 : 2 ** (trees.length - 1 - first);
    // What remains with the second block first is all but one group of the first block.
    return steps + bits.length * (first === 1 ? Math.min(rests, trees[0]!.bits.length) : rests);
  }, 0);
}

function costsOf(
  problem: GroupingProblem,
  { bits, whole }: GroupTree,
  ways: readonly Float64Array[],
): Float64Array {
  const own = new Float64Array(problem.objectives.length);
  const costs = new Float64Array(bits.length * ways.length);
  bits.forEach((group, node) => {
    if (whole[node] === 0) return;
    const members = membersOf(problem, group);
    groupCosts(problem, members, members.length, own);
    ways.forEach((factors, way) => {
      costs[node * ways.length + way] = weigh(own, factors);
    });
  });
  return costs;
}
