import type { AreaSpread, AreaState, State } from '@collegial/model';
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
import type { AreaMeasure, AreaStatistic } from '../definition/kinds.ts';

type School = AreaState['schools'][number];

/** A statistic that every area can have, by name. */
type NamedStatistic = Exclude<AreaStatistic, AreaMeasure>;

/** Fewest schools for an interval of a spread: below, resampling says nothing. */
const fewestForBootstrap = 5;

/** Share of schools whose weight must be known for a mean to be weighted at all. */
const enoughWeights = 2 / 3;

/** How a mean of schools is weighted: by the weights of all of them, of most of them, or each school the same. */
export type Weighting = 'all' | 'most' | 'none';

/**
 * The schools that count in a mean, with their weights. Where a few weights are not known (official tables give no number of students for
 * independent schools), those schools are left out of the mean; where many are not, each school counts once.
 */
export function withWeights(schools: readonly School[]): {
  readonly weighting: Weighting;
  readonly schools: readonly School[];
} {
  const known = schools.filter(({ weight }) => weight > 0);
  if (known.length === schools.length) return { weighting: 'all', schools };
  if (known.length >= schools.length * enoughWeights) return { weighting: 'most', schools: known };
  return { weighting: 'none', schools: schools.map((school) => ({ ...school, weight: 1 })) };
}

/**
 * One figure from the values of schools. `mean` counts schools as {@link withWeights} says; the
 * spreads count each school once: `sd` is that of a population, since these are all the schools there are, `p90-p10` uses quantiles
 * of type 7. Spreads need two schools.
 */
export function areaFigure(state: AreaState, statistic: NamedStatistic): number | null {
  const values = state.schools.map(({ value }) => value);
  if (values.length === 0) return null;
  // The value of one school is the published one, to the last digit.
  if (statistic === 'mean')
    return values.length === 1 ? values[0]! : weightedMean(withWeights(state.schools).schools);
  if (values.length < 2) return null;
  return statistic === 'sd' ? standardDeviation(values, { of: 'population' }) : decileRange(values);
}

/**
 * Its 95 % interval, as if the schools stood for more like them: Student's t on the variance of a weighted mean between schools, or
 * a bootstrap over schools with a fixed seed for the spreads. `null` below two, or for spreads below five, schools.
 */
export function areaInterval(state: AreaState, statistic: NamedStatistic): Interval | null {
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
  readonly mean: number;
  /** How the mean is weighted. */
  readonly weighting: Weighting;
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
  const { weighting, schools } = withWeights(state.schools);
  return {
    schools: values.length,
    mean: weightedMean(schools),
    weighting,
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

/** The spread that goes with a result; `null` for states that are not of an area, and below two schools. */
export function areaSpread(state: State): AreaSpread | null {
  const spread = state.kind === 'area' && state.schools.length > 1 ? spreadOf(state) : null;
  if (spread === null) return null;
  const { schools, standardDeviation, p10, median, p90 } = spread;
  return { schools, standardDeviation, p10, median, p90 };
}
