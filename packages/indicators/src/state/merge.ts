import {
  type AreaState,
  CollegialError,
  type ModelState,
  type State,
  type ValueSums,
} from '@collegial/model';

/**
 * The state of a union of disjoint sets of units, from the states of the sets: of a group from those of its schools. Exact, and
 * the same in any order.
 *
 * @throws CollegialError `argument.invalid` without states, when they are not of one kind, or when a school is in two area states
 *
 * @example
 * ```ts
 * import { merge } from '@collegial/indicators';
 *
 * const first = { kind: 'mean', units: 2, keySum: 5, sum: 30_000, sumOfSquares: 50_000 } as const;
 * merge([first, first]); // { kind: 'mean', units: 4, keySum: 10, sum: 60000, sumOfSquares: 100000 }
 * ```
 */
export function merge<Kind extends State>(states: readonly Kind[]): Kind {
  const [first, ...rest] = states as readonly State[];
  if (first === undefined) throw invalid('There is no state to merge.', 'Give at least one state.');
  const stranger = rest.find(({ kind }) => kind !== first.kind);
  if (stranger !== undefined) {
    throw invalid(
      `A state of kind ${stranger.kind} cannot be merged with one of kind ${first.kind}.`,
      'Merge states of one indicator only.',
    );
  }
  if (first.kind === 'area') return mergeAreas(states as readonly AreaState[]) as Kind;
  if (first.kind === 'model') return mergeModels(states as readonly ModelState[]) as Kind;
  return rest.reduce(mergeTwo, first) as Kind;
}

function mergeTwo(a: State, b: State): State {
  const base = { units: a.units + b.units, keySum: (a.keySum + b.keySum) % 2 ** 32 };
  if (a.kind === 'ratio' && b.kind === 'ratio') {
    return {
      kind: 'ratio',
      ...base,
      numerator: a.numerator + b.numerator,
      denominator: a.denominator + b.denominator,
      squares: {
        numerator: a.squares.numerator + b.squares.numerator,
        products: a.squares.products + b.squares.products,
        denominator: a.squares.denominator + b.squares.denominator,
      },
    };
  }
  if (a.kind === 'gap' && b.kind === 'gap') {
    return {
      kind: 'gap',
      ...base,
      compared: addValues(a.compared, b.compared),
      others: addValues(a.others, b.others),
    };
  }
  if (a.kind === 'mean' && b.kind === 'mean') return { kind: 'mean', ...addValues(a, b), ...base };
  throw invalid('States of different kinds were met.', 'Merge states of one indicator only.');
}

function addValues(a: ValueSums, b: ValueSums): ValueSums {
  return {
    units: a.units + b.units,
    sum: a.sum + b.sum,
    sumOfSquares: a.sumOfSquares + b.sumOfSquares,
  };
}

function mergeAreas(states: readonly AreaState[]): AreaState {
  const schools = states
    .flatMap((state) => state.schools)
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  if (schools.some(({ id }, index) => id === schools[index + 1]?.id))
    throw invalid('A school is in two of the area states.', 'Merge the states of disjoint sets of schools.');
  return {
    kind: 'area',
    units: states.reduce((sum, { units }) => sum + units, 0),
    keySum: states.reduce((sum, { keySum }) => (sum + keySum) % 2 ** 32, 0),
    schools,
  };
}

function mergeModels(states: readonly ModelState[]): ModelState {
  const cohorts = states
    .flatMap((state) => state.cohorts)
    .sort((a, b) => (a.school === b.school ? a.cohort - b.cohort : a.school < b.school ? -1 : 1));
  const twice = cohorts.some(
    ({ school, cohort }, index) =>
      school === cohorts[index + 1]?.school && cohort === cohorts[index + 1]?.cohort,
  );
  if (twice)
    throw invalid(
      'A cohort of a school is in two of the model states.',
      'Merge the states of disjoint sets of schools.',
    );
  return {
    kind: 'model',
    units: states.reduce((sum, { units }) => sum + units, 0),
    keySum: states.reduce((sum, { keySum }) => (sum + keySum) % 2 ** 32, 0),
    cohorts,
  };
}

function invalid(message: string, fix: string): CollegialError {
  return new CollegialError({ code: 'argument.invalid', message, fix });
}
