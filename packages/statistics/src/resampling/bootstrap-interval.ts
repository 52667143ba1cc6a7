import { type Interval, type IntervalOptions, upperProbability } from '../intervals/interval.ts';
import { requireThat } from '../require-that.ts';
import { quantile } from '../spread/quantile.ts';
import { seededRandom } from './seeded-random.ts';

/** Options of {@link bootstrapInterval}. */
export interface BootstrapOptions extends IntervalOptions {
  /** Number of resamples. Default 1,000. */
  readonly resamples?: number;
  /** Seed: the same values and seed give the same interval. Default 1. */
  readonly seed?: number;
}

/**
 * Percentile bootstrap interval of any statistic: the statistic is computed again and again on as many values drawn with
 * replacement, and the middle 95 % of what comes out is the interval. Give the values in a fixed order for the same
 * interval each time. Too narrow below about ten values, like every percentile bootstrap.
 *
 * Reference: B. Efron and R. J. Tibshirani, *An Introduction to the Bootstrap* (1993), chapter 13.
 *
 * @throws RangeError without values
 *
 * @example
 * ```ts
 * import { bootstrapInterval, mean } from '@collegial/statistics';
 *
 * const { lower, upper } = bootstrapInterval([1, 2, 3, 4, 5], mean);
 * lower < 3 && upper > 3; // true
 * ```
 */
export function bootstrapInterval<Value>(
  values: readonly Value[],
  statistic: (sample: readonly Value[]) => number,
  { resamples = 1000, seed = 1, ...options }: BootstrapOptions = {},
): Interval {
  requireThat(values.length > 0, 'A bootstrap needs at least one value.');
  const random = seededRandom(seed);
  const draw = () => values[Math.floor(random() * values.length)] as Value;
  const found = Array.from({ length: resamples }, () => statistic(values.map(draw)));
  const upper = upperProbability(options);
  return { lower: quantile(found, 1 - upper), upper: quantile(found, upper) };
}
