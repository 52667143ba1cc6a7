import { studentTQuantile } from '../distributions/student-t-quantile.ts';
import { type Interval, type IntervalOptions, upperProbability } from './interval.ts';
import { type Moments, momentVariance } from './mean-interval.ts';

/**
 * Interval of the difference of two independent means, first minus second, without assuming equal variances (Welch).
 * `null` when either has fewer than two values.
 *
 * Reference: B. L. Welch, “The generalization of Student's problem when several different population variances are
 * involved”, Biometrika 34 (1947); degrees of freedom by Satterthwaite (1946).
 *
 * @example
 * ```ts
 * import { differenceInterval } from '@collegial/statistics';
 *
 * const first = { units: 3, sum: 12, sumOfSquares: 50 }; // 3, 4, 5
 * const second = { units: 3, sum: 6, sumOfSquares: 14 }; // 1, 2, 3
 * differenceInterval(first, second)?.lower.toFixed(4); // '-0.2670'
 * ```
 */
export function differenceInterval(
  first: Moments,
  second: Moments,
  options: IntervalOptions = {},
): Interval | null {
  if (first.units < 2 || second.units < 2) return null;
  const difference = first.sum / first.units - second.sum / second.units;
  const a = momentVariance(first) / first.units;
  const b = momentVariance(second) / second.units;
  if (a + b === 0) return { lower: difference, upper: difference };
  const degrees = (a + b) ** 2 / (a ** 2 / (first.units - 1) + b ** 2 / (second.units - 1));
  const half = studentTQuantile(upperProbability(options), degrees) * Math.sqrt(a + b);
  return { lower: difference - half, upper: difference + half };
}
