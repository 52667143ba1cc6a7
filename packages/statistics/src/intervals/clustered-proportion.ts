import { normalQuantile } from '../distributions/normal-quantile.ts';
import { studentTQuantile } from '../distributions/student-t-quantile.ts';
import { requireThat } from '../require-that.ts';
import { type Interval, type IntervalOptions, upperProbability } from './interval.ts';
import { type RatioSums, ratioVariance } from './ratio-sums.ts';
import { wilson } from './wilson.ts';

/**
 * Interval of a proportion of events that repeat within people, such as sessions attended: the Wilson interval at the
 * effective number of independent sessions, p (1 − p) divided by the cluster-robust variance, with Student's t for few
 * people. Treating sessions as independent would make it far too narrow. Where every event fell the same way, each person counts
 * as one trial. `null` with fewer than two people.
 *
 * Reference: E. L. Korn and B. I. Graubard, “Confidence intervals for proportions with small expected number of positive
 * counts estimated from survey data”, Survey Methodology 24 (1998), with Wilson's interval in place of Clopper–Pearson's.
 *
 * @throws RangeError when the proportion is not between 0 and 1
 *
 * @example
 * ```ts
 * import { clusteredProportion } from '@collegial/statistics';
 *
 * // three students, 10 possible sessions each, 10, 9 and 5 attended
 * const sums = { units: 3, numerator: 24, denominator: 30, numeratorSquares: 206, products: 240, denominatorSquares: 300 };
 * clusteredProportion(sums)?.upper.toFixed(2); // '0.98'
 * ```
 */
export function clusteredProportion(sums: RatioSums, options: IntervalOptions = {}): Interval | null {
  if (sums.units < 2 || sums.denominator === 0) return null;
  const share = sums.numerator / sums.denominator;
  requireThat(share >= 0 && share <= 1, 'A proportion must lie between 0 and 1.');
  const variance = ratioVariance(sums);
  if (share === 0 || share === 1 || variance === 0) return wilson(share * sums.units, sums.units, options);
  const upper = upperProbability(options);
  const forFewUnits = (normalQuantile(upper) / studentTQuantile(upper, sums.units - 1)) ** 2;
  const size = Math.min(((share * (1 - share)) / variance) * forFewUnits, sums.denominator);
  return wilson(share * size, size, options);
}
