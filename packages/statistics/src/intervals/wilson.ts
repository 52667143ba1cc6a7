import { normalQuantile } from '../distributions/normal-quantile.ts';
import { requireThat } from '../require-that.ts';
import { type Interval, type IntervalOptions, upperProbability } from './interval.ts';

/**
 * Wilson score interval of a proportion, without continuity correction: for people who each either did or did not.
 * It stays inside 0–1 and is sensible for few people and for proportions near 0 or 1.
 *
 * Reference: E. B. Wilson, “Probable inference, the law of succession, and statistical inference”, JASA 22 (1927);
 * Newcombe, Statistics in Medicine 17 (1998), method 3.
 *
 * @param successes people who did, 0 to `trials`; need not be whole, so that an effective size can be given
 * @param trials people, more than 0
 * @throws RangeError when the counts make no sense
 *
 * @example
 * ```ts
 * import { wilson } from '@collegial/statistics';
 *
 * const { lower, upper } = wilson(81, 263); // Newcombe's first example
 * [lower.toFixed(4), upper.toFixed(4)]; // ['0.2553', '0.3662']
 * ```
 */
export function wilson(successes: number, trials: number, options: IntervalOptions = {}): Interval {
  requireThat(trials > 0, 'A proportion needs at least one trial.');
  requireThat(successes >= 0 && successes <= trials, 'Successes must lie between 0 and the trials.');
  const z = normalQuantile(upperProbability(options));
  const share = successes / trials;
  const scale = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))) / scale;
  return {
    lower: successes === 0 ? 0 : Math.max(0, centre - half),
    upper: successes === trials ? 1 : Math.min(1, centre + half),
  };
}
