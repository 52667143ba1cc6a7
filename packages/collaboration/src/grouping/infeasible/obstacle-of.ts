import type { Constraints, Together } from '../problem/constraints.ts';
import { pairsOf } from '../problem/constraints.ts';
import { type GroupingProblem, mayJoin } from '../problem/problem.ts';
import { groupCounts } from '../solve/group-counts.ts';
import type { InfeasibleReason } from './grouping-infeasible-error.ts';

/** A condition that cannot hold whatever the groups are, found without searching; `undefined` when there is none to be seen. */
export function obstacleOf(problem: GroupingProblem, constraints: Constraints): InfeasibleReason | undefined {
  return (
    sizeObstacle(problem) ??
    blockObstacle(problem, constraints) ??
    lonelyObstacle(problem, constraints) ??
    islandObstacle(problem, constraints)
  );
}

function sizeObstacle(problem: GroupingProblem): InfeasibleReason | undefined {
  if (groupCounts(problem, 2).length > 0) return undefined;
  const { min, max } = problem.size;
  return {
    constraint: 'size',
    words: `${problem.count} schools cannot be divided into groups of ${min} to ${max}.`,
    schools: [],
  };
}

function blockObstacle(problem: GroupingProblem, constraints: Constraints): InfeasibleReason | undefined {
  const { blocks, size, schools, distances, count } = problem;
  const ids = (places: Iterable<number>) => Array.from(places, (place) => schools[place]!.id).sort();
  for (const block of blocks) {
    if (block.length > size.max)
      return {
        constraint: becauseOf(constraints, block),
        words: `${listed(problem, block)} must be in one group: ${block.length} schools, and a group has ${size.max} at most.`,
        schools: ids(block),
      };
    for (const [one, other] of pairsOf([...block])) {
      const pair = [one, other];
      if (constraints.apart.some((apart) => apart.includes(one) && apart.includes(other)))
        return {
          constraint: 'apart',
          words: `${listed(problem, pair)} must not be in one group, and must be: ${linkWords(constraints, block, problem)}.`,
          schools: ids(pair),
        };
      const distance = distances[one * count + other]!;
      if (distance > constraints.maxDistance)
        return {
          constraint: 'max-distance',
          words: `${listed(problem, pair)} must be in one group, and are ${distance.toFixed(1)} km apart, more than ${constraints.maxDistance} km.`,
          schools: ids(pair),
        };
    }
  }
  return undefined;
}

function lonelyObstacle(problem: GroupingProblem, constraints: Constraints): InfeasibleReason | undefined {
  const { blocks, size, schools } = problem;
  for (const block of blocks) {
    let reach = block.length;
    for (const other of blocks) if (other !== block && mayJoin(problem, block, other)) reach += other.length;
    if (reach >= size.min) continue;
    const others = reach - block.length;
    return {
      constraint: constraints.maxDistance < Number.POSITIVE_INFINITY ? 'max-distance' : 'apart',
      words: `${listed(problem, block)} can be in a group with ${others === 0 ? 'no other school' : others === 1 ? 'only one other school' : `only ${others} other schools`}${
        constraints.maxDistance < Number.POSITIVE_INFINITY ? ` within ${constraints.maxDistance} km` : ''
      }, and a group has at least ${size.min}.`,
      schools: Array.from(block, (place) => schools[place]!.id).sort(),
    };
  }
  return undefined;
}

/** Schools that are near one another and far from all others, in a number that makes no groups. */
function islandObstacle(problem: GroupingProblem, constraints: Constraints): InfeasibleReason | undefined {
  const { blocks, size, schools } = problem;
  const island = new Int32Array(blocks.length).fill(-1);
  for (let first = 0; first < blocks.length; first++) {
    if (island[first] !== -1) continue;
    const found = [first];
    island[first] = first;
    for (let at = 0; at < found.length; at++)
      blocks.forEach((block, other) => {
        if (island[other] !== -1 || !mayJoin(problem, blocks[found[at]!]!, block)) return;
        island[other] = first;
        found.push(other);
      });
    const places = found.flatMap((block) => [...blocks[block]!]);
    if (places.length === problem.count || groupCounts({ count: places.length, size }, 2).length > 0)
      continue;
    return {
      constraint: constraints.maxDistance < Number.POSITIVE_INFINITY ? 'max-distance' : 'apart',
      words: `${listed(problem, places)} can be grouped only with one another, and ${places.length} schools cannot be divided into groups of ${size.min} to ${size.max}.`,
      schools: places.map((place) => schools[place]!.id).sort(),
    };
  }
  return undefined;
}

function setsOf({ together }: Constraints, block: Int32Array): readonly Together[] {
  return together.filter(({ schools }) => schools.some((school) => block.includes(school)));
}

function becauseOf(constraints: Constraints, block: Int32Array): Together['because'] {
  return setsOf(constraints, block).some(({ because }) => because === 'together')
    ? 'together'
    : 'existing-ties';
}

function linkWords(constraints: Constraints, block: Int32Array, problem: GroupingProblem): string {
  return setsOf(constraints, block)
    .map(
      ({ schools, because }) =>
        `${listed(problem, schools)} ${because === 'together' ? 'were asked for together' : 'have ties to be kept'}`,
    )
    .join('; ');
}

/** Names of schools as a sentence lists them, four at most. */
export function listed({ schools }: Pick<GroupingProblem, 'schools'>, places: Iterable<number>): string {
  const names = Array.from(places, (place) => schools[place]!.name).sort();
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} others`] : names;
  return shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
