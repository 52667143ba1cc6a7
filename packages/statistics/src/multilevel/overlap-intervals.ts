import { normalQuantile } from '../distributions/normal-quantile.ts';
import { type Interval, type IntervalOptions, upperProbability } from '../intervals/interval.ts';

/**
 * Intervals made for comparing pairs by eye: two groups whose intervals do not overlap differ at the stated level. They are narrower than those for comparing a
 * group with the mean: ± 1.39 standard deviations for 95 %, 1.96 ÷ √2, which is exact for pairs of equal standard deviation and on
 * the safe side for others. Many pairs at once call for more: see the guide on multilevel models.
 *
 * Reference: H. Goldstein and M. J. R. Healy, “The graphical presentation of a collection of means”, Journal of the Royal Statistical Society A
 * 158 (1995).
 *
 * @example
 * ```ts
 * import { overlapIntervals } from '@collegial/statistics';
 *
 * const [ash] = overlapIntervals([{ estimate: 0, standardDeviation: 1 }]);
 * ash?.upper.toFixed(2); // '1.39'
 * ```
 */
export function overlapIntervals(
  effects: readonly { readonly estimate: number; readonly standardDeviation: number }[],
  options: IntervalOptions = {},
): Interval[] {
  const reach = normalQuantile(upperProbability(options)) / Math.SQRT2;
  return effects.map(({ estimate, standardDeviation }) => ({
    lower: estimate - reach * standardDeviation,
    upper: estimate + reach * standardDeviation,
  }));
}
