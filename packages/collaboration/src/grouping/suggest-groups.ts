import { CollegialError } from '@collegial/model';
import type { GroupSuggestions, ObjectiveScale } from './group-suggestions.ts';
import type { SuggestGroupsOptions } from './grouping-options.ts';
import { explainInfeasible } from './infeasible/explain-infeasible.ts';
import { obstacleOf } from './infeasible/obstacle-of.ts';
import { buildTable, constrain } from './problem/build-problem.ts';
import { constraintsOf } from './problem/constraints.ts';
import { chooseAlternatives } from './proposal/choose-alternatives.ts';
import { describeProposal } from './proposal/describe-proposal.ts';
import { givenUpOf } from './proposal/given-up-of.ts';
import { notesOf } from './proposal/notes-of.ts';
import { drawLots, factorsOf } from './solve/draw-lots.ts';
import { findAny } from './solve/find-any.ts';
import { paceOf } from './solve/pace.ts';
import { valuesOf } from './solve/partition.ts';
import { searchPool } from './solve/search-pool.ts';
import { solveExactly } from './solve/solve-exactly.ts';
import { canonicalOrder } from './table/canonical-order.ts';
import { checkSchools } from './table/check-schools.ts';
import type { SchoolRow } from './table/school-row.ts';

/**
 * Proposes groups of schools that mix stages of development and attainment rather than neighbours alone (B4): in each group
 * strong and weak, groups like one another, strengths beside needs, not too far apart, with regard to ties that there are.
 * Gives several proposals with what each of them gives up, never one answer: whether a group can work is for its heads to say.
 *
 * Neither the order of the schools nor their ids change what is proposed; the same seed gives the same.
 *
 * @throws CollegialError `argument.invalid`
 * @throws GroupingInfeasibleError `grouping.infeasible` when no grouping holds the conditions
 * @example
 * ```ts
 * import { suggestGroups } from '@collegial/collaboration';
 *
 * const schools = [52, 31, 47, 35, 50, 33].map((attainment, index) => ({ id: `s${index + 1}`, name: `School ${index + 1}`, attainment }));
 * const { proposals, method } = await suggestGroups(schools, { size: { min: 3, max: 3 }, alternatives: 2 });
 * proposals[0]?.groups.map((group) => group.attainment?.mean); // [40, 42.666666666666664]
 * method; // 'exact'
 * ```
 */
export async function suggestGroups(
  schools: readonly SchoolRow[],
  options: SuggestGroupsOptions = {},
): Promise<GroupSuggestions> {
  const { alternatives = 3, difference = 0.5, seed = 1, effort = 1 } = options;
  wholeAbove(alternatives, 'alternatives');
  if (!(difference >= 0 && difference <= 1)) throw invalid('difference', 'a share from 0 to 1');
  if (!(effort > 0 && effort <= 100)) throw invalid('effort', 'above 0 and at most 100');
  if (!Number.isInteger(seed)) throw invalid('seed', 'a whole number');
  checkSchools(schools);
  const pace = paceOf(options);
  const rows = canonicalOrder(schools);
  const constraints = constraintsOf(rows, options);
  const table = buildTable(rows, options);
  const problem = constrain(table, constraints);
  if (problem.objectives.length === 0)
    throw new CollegialError({
      code: 'argument.invalid',
      message: 'The table has nothing by which one grouping could be better than another.',
      fix: 'Give attainment, or strengths and needs, or places, and a weight above 0 to something that it has.',
    });
  if (obstacleOf(problem, constraints) !== undefined)
    throw await explainInfeasible(table, constraints, true, pace);

  const lots = drawLots(problem);
  const factors = factorsOf(problem.weights, lots);
  const singles = problem.objectives.map((_, index) => only(index, lots));
  pace.say(0, 'looking for the best grouping');
  const exact = await solveExactly(problem, [factors, ...singles], pace);
  if (exact?.best === null) throw await explainInfeasible(table, constraints, true, pace);
  const leanings = problem.objectives.map((_, index) =>
    factorsOf(
      problem.weights.map((weight, other) => (index === other ? 4 * weight : weight)),
      lots,
    ),
  );
  const pool = await searchPool(problem, {
    ways: [factors, ...leanings, ...(exact === undefined ? singles : [])],
    starts: 1 + alternatives,
    rounds: roundsFor(problem.count, exact !== undefined, effort),
    seed,
    pace,
    from: exact === undefined ? 0 : 0.5,
    to: 1,
  });
  const all = [...(exact === undefined ? [] : exact.best), ...pool.all];
  if (all.length === 0) {
    const any = await findAny(problem, pace);
    throw await explainInfeasible(table, constraints, any === 'no', pace);
  }
  const everyValue = all.map((partition) => valuesOf(problem, partition));
  const total = problem.weights.reduce((sum, weight) => sum + weight, 0);
  const scales = problem.objectives.map(
    (objective, index): ObjectiveScale => ({
      objective,
      share: problem.weights[index]! / total,
      best: everyValue.reduce((best, values) => Math.min(best, values[index]!), Number.POSITIVE_INFINITY),
      bestIsExact: exact !== undefined,
      lots: lots[index]!,
    }),
  );
  const chosen = chooseAlternatives(problem, {
    pool: all,
    factors,
    leanings,
    sacrificed: (values) => sacrificedOf(scales, values),
    notable: Float64Array.from(scales, ({ best, lots: chance }) => 0.1 * (chance - best)),
    most: alternatives,
    difference,
  });
  pace.say(1, 'done');
  return {
    proposals: chosen.map((candidate) => describeProposal(problem, scales, candidate, chosen[0]!)),
    objectives: scales,
    method: exact === undefined ? 'search' : 'exact',
    schools: problem.count,
    seed,
    notes: notesOf(problem, options, chosen.length, alternatives),
  };
}

/**
 * How often to shake a grouping of so many schools: a round costs more the more there are, and where the best is known already,
 * only variety is looked for.
 */
function roundsFor(schools: number, known: boolean, effort: number): number {
  return Math.ceil(effort * Math.min(known ? 25 : 80, 4_000 / schools ** 1.35));
}

/** Objectives of which at least a tenth is given up, the most first. */
function sacrificedOf(scales: readonly ObjectiveScale[], values: Float64Array): number[] {
  return scales
    .map((scale, index) => ({ index, givenUp: givenUpOf(scale, values[index]!) ?? 0 }))
    .filter(({ givenUp }) => givenUp >= 0.1)
    .sort((one, other) => other.givenUp - one.givenUp)
    .map(({ index }) => index);
}

/** The factors when nothing else counts. */
function only(index: number, lots: Float64Array): Float64Array {
  return lots.map((value, other) => (index === other && value > 1e-9 ? 1 / value : 0));
}

function wholeAbove(value: number, name: string): void {
  if (!Number.isInteger(value) || value < 1 || value > 20) throw invalid(name, 'a whole number from 1 to 20');
}

function invalid(name: string, must: string): CollegialError {
  return new CollegialError({
    code: 'argument.invalid',
    message: `The option ${name} is not ${must}.`,
    fix: `Give ${must}.`,
  });
}
