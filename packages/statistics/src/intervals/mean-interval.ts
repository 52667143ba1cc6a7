import { studentTQuantile } from '../distributions/student-t-quantile.ts';
import { requireThat } from '../require-that.ts';
import { type Interval, type IntervalOptions, upperProbability } from './interval.ts';

/** Size, sum and sum of squares of values: enough for their mean and variance, and they add up. */
export interface Moments {
  readonly units: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

/** Sample variance (divided by n − 1) from moments; never below 0. @throws RangeError with fewer than two values */
export function momentVariance({ units, sum, sumOfSquares }: Moments): number {
  requireThat(units >= 2, 'A sample variance needs at least two values.');
  return Math.max(0, (sumOfSquares - (sum * sum) / units) / (units - 1));
}

/**
 * Student's t interval of a mean. `null` with fewer than two values.
 *
 * @example
 * ```ts
 * import { meanInterval } from '@collegial/statistics';
 *
 * // the values 1, 2, 3, 4, 5
 * meanInterval({ units: 5, sum: 15, sumOfSquares: 55 })?.lower.toFixed(4); // '1.0368'
 * ```
 */
export function meanInterval(moments: Moments, options: IntervalOptions = {}): Interval | null {
  if (moments.units < 2) return null;
  const mean = moments.sum / moments.units;
  const error = Math.sqrt(momentVariance(moments) / moments.units);
  const half = studentTQuantile(upperProbability(options), moments.units - 1) * error;
  return { lower: mean - half, upper: mean + half };
}
