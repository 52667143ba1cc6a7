import { constrain, type GroupingTable } from '../problem/build-problem.ts';
import type { Constraints } from '../problem/constraints.ts';
import { findAny } from '../solve/find-any.ts';
import type { Pace } from '../solve/pace.ts';
import {
  type ConstraintChange,
  GroupingInfeasibleError,
  type InfeasibleReason,
} from './grouping-infeasible-error.ts';
import { listed, obstacleOf } from './obstacle-of.ts';

/** Most single conditions that are tried without: there may be thousands. */
const mostTried = 40;

/** Says why no grouping holds the constraints, and tries each of them for the smallest change that is enough. */
export async function explainInfeasible(
  table: GroupingTable,
  constraints: Constraints,
  proved: boolean,
  pace: Pace,
): Promise<GroupingInfeasibleError> {
  const holds = async (changed: Partial<Constraints>) => {
    await pace.breathe();
    const tried = { ...constraints, ...changed };
    const problem = constrain(table, tried);
    return obstacleOf(problem, tried) === undefined && (await findAny(problem, pace)) === 'yes';
  };
  const reason = obstacleOf(constrain(table, constraints), constraints);
  const changes = [
    await fartherApart(table, constraints, holds),
    ...(await otherSizes(table, constraints, holds)),
    ...(await withoutOne(table, constraints, holds)),
  ].filter((change) => change !== undefined);
  return new GroupingInfeasibleError(
    reason ?? altogether(changes, proved),
    changes,
    proved || reason !== undefined,
  );
}

type Holds = (changed: Partial<Constraints>) => Promise<boolean>;

function altogether(changes: readonly ConstraintChange[], proved: boolean): InfeasibleReason {
  const kinds = [...new Set(changes.map(({ constraint }) => constraint))];
  const words = proved
    ? 'Each condition could hold by itself, but no grouping holds all of them.'
    : 'No grouping was found that holds all conditions.';
  return { constraint: kinds.length === 1 ? kinds[0]! : 'all', words, schools: [] };
}

async function fartherApart(
  { distances }: GroupingTable,
  { maxDistance }: Constraints,
  holds: Holds,
): Promise<ConstraintChange | undefined> {
  if (maxDistance === Number.POSITIVE_INFINITY || !(await holds({ maxDistance: Number.POSITIVE_INFINITY })))
    return undefined;
  const longer = [...new Set(distances)]
    .filter((distance) => distance > maxDistance)
    .sort((one, other) => one - other);
  let [low, high] = [0, longer.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await holds({ maxDistance: longer[middle]! })) high = middle;
    else low = middle + 1;
  }
  // Rounded up, so that what is said is enough.
  const to = Math.ceil(longer[high]! * 10) / 10;
  return { constraint: 'max-distance', words: `Allow ${to} km between schools of a group.`, to };
}

async function otherSizes(
  { count }: GroupingTable,
  { size }: Constraints,
  holds: Holds,
): Promise<ConstraintChange[]> {
  const changes: ConstraintChange[] = [];
  for (let min = size.min - 1; min >= 2; min--) {
    if (!(await holds({ size: { ...size, min } }))) continue;
    changes.push({ constraint: 'size', words: `Allow groups of ${min}.`, to: min });
    break;
  }
  for (let max = size.max + 1; max <= Math.min(count, 2 * size.max + 2); max++) {
    if (!(await holds({ size: { ...size, max } }))) continue;
    changes.push({ constraint: 'size', words: `Allow groups of ${max}.`, to: max });
    break;
  }
  return changes;
}

async function withoutOne(
  table: GroupingTable,
  { together, apart }: Constraints,
  holds: Holds,
): Promise<ConstraintChange[]> {
  const changes: ConstraintChange[] = [];
  for (const set of together.slice(0, mostTried)) {
    if (!(await holds({ together: together.filter((other) => other !== set) }))) continue;
    const words = `Do not ask for ${listed(table, set.schools)} to stay together.`;
    changes.push({ constraint: set.because, words, to: null });
  }
  for (const pair of apart.slice(0, mostTried)) {
    if (!(await holds({ apart: apart.filter((other) => other !== pair) }))) continue;
    changes.push({ constraint: 'apart', words: `Let ${listed(table, pair)} be in one group.`, to: null });
  }
  return changes;
}
