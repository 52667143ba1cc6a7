import type { AreaState } from '@collegial/model';
import {
  bootstrapInterval,
  decileRange,
  type Interval,
  quantile,
  ratioVariance,
  standardDeviation,
  studentTQuantile,
  weightedMean,
} from '@collegial/statistics';
import type { AreaStatistic } from '../definition/kinds.ts';

type School = AreaState['schools'][number];

/** Fewest schools for an interval of a spread: below, resampling says nothing. */
const fewestForBootstrap = 5;

/** The schools with the weight they count with: their own, or 1 each when that of any one is not known. */
export function withWeights(schools: readonly School[]): {
  readonly weighted: boolean;
  readonly schools: readonly School[];
} {
  const weighted = schools.every(({ weight }) => weight > 0);
  return { weighted, schools: weighted ? schools : schools.map((school) => ({ ...school, weight: 1 })) };
}

/**
 * One figure from the values of schools. `mean` counts each school with its weight (each the same when a weight is missing); the
 * spreads count each school once: `sd` is that of a population, since these are all the schools there are, `p90-p10` uses quantiles
 * of type 7. Spreads need two schools.
 */
export function areaFigure(state: AreaState, statistic: AreaStatistic): number | null {
  const values = state.schools.map(({ value }) => value);
  if (values.length === 0) return null;
  if (statistic === 'mean') return weightedMean(withWeights(state.schools).schools);
  if (values.length < 2) return null;
  return statistic === 'sd' ? standardDeviation(values, { of: 'population' }) : decileRange(values);
}

/**
 * Its 95 % interval, as if the schools stood for more like them: Student's t on the variance of a weighted mean between schools, or
 * a bootstrap over schools with a fixed seed for the spreads. `null` below two, or for spreads below five, schools.
 */
export function areaInterval(state: AreaState, statistic: AreaStatistic): Interval | null {
  if (statistic === 'mean') return meanOfSchoolsInterval(withWeights(state.schools).schools);
  if (state.schools.length < fewestForBootstrap) return null;
  const values = state.schools.map(({ value }) => value);
  return bootstrapInterval(values, (sample) =>
    statistic === 'sd' ? standardDeviation(sample, { of: 'population' }) : decileRange(sample),
  );
}

function meanOfSchoolsInterval(schools: readonly School[]): Interval | null {
  if (schools.length < 2) return null;
  const sum = (of: (school: School) => number) => schools.reduce((total, school) => total + of(school), 0);
  const sums = {
    units: schools.length,
    numerator: sum(({ value, weight }) => value * weight),
    denominator: sum(({ weight }) => weight),
    numeratorSquares: sum(({ value, weight }) => (value * weight) ** 2),
    products: sum(({ value, weight }) => value * weight ** 2),
    denominatorSquares: sum(({ weight }) => weight ** 2),
  };
  const centre = sums.numerator / sums.denominator;
  const half = studentTQuantile(0.975, schools.length - 1) * Math.sqrt(ratioVariance(sums));
  return { lower: centre - half, upper: centre + half };
}

/** How the schools of an area differ, all at once. */
export interface Spread {
  readonly schools: number;
  /** Mean, weighted where every school's weight is known. */
  readonly mean: number;
  readonly weighted: boolean;
  /** Standard deviation of a population, each school once; 0 for one school. */
  readonly standardDeviation: number;
  /** Lowest and highest value, and the values that a tenth, a quarter, a half … of the schools lie below (type 7). */
  readonly lowest: number;
  readonly p10: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p90: number;
  readonly highest: number;
}

/** How the schools of an area differ; `null` without schools. */
export function spreadOf(state: AreaState): Spread | null {
  const values = state.schools.map(({ value }) => value);
  if (values.length === 0) return null;
  const { weighted, schools } = withWeights(state.schools);
  return {
    schools: values.length,
    mean: weightedMean(schools),
    weighted,
    standardDeviation: standardDeviation(values, { of: 'population' }),
    lowest: quantile(values, 0),
    p10: quantile(values, 0.1),
    p25: quantile(values, 0.25),
    median: quantile(values, 0.5),
    p75: quantile(values, 0.75),
    p90: quantile(values, 0.9),
    highest: quantile(values, 1),
  };
}
