import type { GroupingProblem } from '../problem/problem.ts';
import { enumerateGroups, firstOf, type GroupTree } from './enumerate-groups.ts';
import { groupCounts } from './group-counts.ts';
import type { Pace } from './pace.ts';
import { randomOf } from './random.ts';
import { searchLocally } from './search-locally.ts';

const mostNodes = 250_000;
const starts = 6;

/** Whether some grouping holds the constraints: `maybe` when none was found and there are too many to try them all. */
export async function findAny(problem: GroupingProblem, pace: Pace): Promise<'yes' | 'no' | 'maybe'> {
  const counts = groupCounts(problem, 4);
  if (counts.length === 0) return 'no';
  const trees = enumerateGroups(problem, mostNodes);
  if (trees !== undefined) return cover(trees) ? 'yes' : 'no';
  // With no objective the search only mends what is broken.
  const factors = new Float64Array(problem.objectives.length);
  for (let start = 0; start < starts; start++) {
    for (const count of counts) {
      const options = { factors, groups: count, rounds: 5 * start, random: randomOf(start), pace };
      if ((await searchLocally(problem, options)).broken === 0) return 'yes';
    }
  }
  return 'maybe';
}

/** Whether some of the groups have every block exactly once. */
function cover(trees: readonly GroupTree[]): boolean {
  const all = 2 ** trees.length - 1;
  const hopeless = new Uint8Array(all + 1);
  const fits = (rest: number): boolean => {
    if (rest === 0) return true;
    if (hopeless[rest] === 1) return false;
    const { bits, behind, whole } = trees[firstOf(rest)]!;
    for (let node = 0; node < bits.length; ) {
      if ((bits[node]! & ~rest) !== 0) node = behind[node]!;
      else {
        if (whole[node] === 1 && fits(rest ^ bits[node]!)) return true;
        node += 1;
      }
    }
    hopeless[rest] = 1;
    return false;
  };
  return fits(all);
}
