import {
  CollegialError,
  type GapState,
  type MeanState,
  type RatioState,
  type State,
  type ValueSums,
} from '@collegial/model';
import {
  clusteredProportion,
  clusteredRate,
  differenceInterval,
  type Interval,
  type Moments,
  meanInterval,
  wilson,
} from '@collegial/statistics';
import type { IndicatorDefinition, ParameterSchema } from '../definition/indicator-definition.ts';
import type { RatioKind } from '../definition/kinds.ts';
import { parametersOf } from '../definition/parameters-of.ts';
import { areaFigure, areaInterval } from './area-figure.ts';
import { modelFigure } from './model-figure.ts';
import { type ModelReference, modelReference } from './model-reference.ts';

/** What a state says, in the indicator's unit. */
export interface Description {
  /** `null` when there is nothing to work it out from. */
  readonly value: number | null;
  /** 95 % interval. */
  readonly interval: Interval | null;
  /** What chance alone would give; only of indices of segregation. */
  readonly chance?: { readonly expected: number; readonly probability: number };
}

/**
 * The value and interval of a state, from the state alone.
 *
 * @param parameters of the indicator; default: its defaults
 * @param reference of a model: what its schools are compared with; default: each other
 * @throws CollegialError `argument.invalid` when the state is of another kind, or the parameters are not the indicator's
 *
 * @example
 * ```ts
 * import { describe, persistentAbsence } from '@collegial/indicators';
 *
 * const state = {
 *   kind: 'ratio', units: 10, keySum: 0, numerator: 2, denominator: 10, squares: { numerator: 2, products: 2, denominator: 10 },
 * } as const;
 * describe(persistentAbsence, state).value; // 0.2
 * ```
 */
export function describe<Parameters extends ParameterSchema>(
  definition: IndicatorDefinition<Parameters>,
  state: State,
  parameters?: unknown,
  reference?: ModelReference | null,
): Description {
  const { kind } = definition;
  if (kind.kind === 'ratio' && state.kind === 'ratio')
    return describeRatio(kind, state, definition.unit === 'rate-per-100' ? 100 : 1);
  if (kind.kind === 'mean' && state.kind === 'mean') return describeMean(state);
  if (kind.kind === 'gap' && state.kind === 'gap') return describeGap(state);
  if (kind.kind === 'area' && state.kind === 'area') {
    const statistic = kind.statistic(parametersOf(definition, parameters) as never);
    if (typeof statistic !== 'string') return statistic.describe(state.schools);
    const value = areaFigure(state, statistic);
    return { value, interval: value === null ? null : areaInterval(state, statistic) };
  }
  if (kind.kind === 'model' && state.kind === 'model')
    return modelFigure(kind, state, reference === undefined ? modelReference(kind, state) : reference);
  throw new CollegialError({
    code: 'argument.invalid',
    message: `Indicator “${definition.id}” is of kind ${kind.kind}, the state of kind ${state.kind}.`,
    fix: 'Give a state of this indicator.',
  });
}

function describeRatio(kind: RatioKind, state: RatioState, per: number): Description {
  if (state.denominator === 0) return { value: null, interval: null };
  const interval = ratioInterval(kind, state);
  return {
    value: (state.numerator * per) / state.denominator,
    interval: interval && { lower: interval.lower * per, upper: interval.upper * per },
  };
}

function ratioInterval(kind: RatioKind, state: RatioState): Interval | null {
  if (kind.interval === 'people') return wilson(state.numerator, state.denominator);
  const sums = {
    units: state.units,
    numerator: state.numerator,
    denominator: state.denominator,
    numeratorSquares: state.squares.numerator,
    products: state.squares.products,
    denominatorSquares: state.squares.denominator,
  };
  return kind.interval === 'sessions' ? clusteredProportion(sums) : clusteredRate(sums);
}

const scale = 10_000;

function moments({ units, sum, sumOfSquares }: ValueSums): Moments {
  return { units, sum: sum / scale, sumOfSquares: sumOfSquares / scale };
}

function describeMean(state: MeanState): Description {
  if (state.units === 0) return { value: null, interval: null };
  return { value: state.sum / state.units / scale, interval: meanInterval(moments(state)) };
}

function describeGap({ compared, others }: GapState): Description {
  if (compared.units === 0 || others.units === 0) return { value: null, interval: null };
  return {
    value: (others.sum / others.units - compared.sum / compared.units) / scale,
    interval: differenceInterval(moments(others), moments(compared)),
  };
}
