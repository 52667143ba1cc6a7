import { studentTQuantile } from '../distributions/student-t-quantile.ts';
import { type Interval, type IntervalOptions, upperProbability } from './interval.ts';
import { type RatioSums, ratioVariance } from './ratio-sums.ts';

/**
 * Interval of a rate of events per person, such as suspensions per student, where one person may have several: t interval
 * on the cluster-robust variance, never below 0. Without a single event, from 0 to the exact Poisson limit (−ln ((1 −
 * confidence) / 2) events). `null` with fewer than two people or nobody to relate the events to.
 *
 * Reference: Cochran (1977), section 6.3; F. Garwood, “Fiducial limits for the Poisson distribution”, Biometrika 28 (1936).
 *
 * @example
 * ```ts
 * import { clusteredRate } from '@collegial/statistics';
 *
 * const none = { units: 100, numerator: 0, denominator: 100, numeratorSquares: 0, products: 0, denominatorSquares: 100 };
 * clusteredRate(none)?.upper.toFixed(4); // '0.0369': up to 3.7 per 100
 * ```
 */
export function clusteredRate(sums: RatioSums, options: IntervalOptions = {}): Interval | null {
  if (sums.units < 2 || sums.denominator === 0) return null;
  const upper = upperProbability(options);
  if (sums.numerator === 0) return { lower: 0, upper: -Math.log(1 - upper) / sums.denominator };
  const rate = sums.numerator / sums.denominator;
  const half = studentTQuantile(upper, sums.units - 1) * Math.sqrt(ratioVariance(sums));
  return { lower: Math.max(0, rate - half), upper: rate + half };
}
