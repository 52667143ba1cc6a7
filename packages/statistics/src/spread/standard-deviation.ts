import { requireThat } from '../require-that.ts';
import { mean, weightedMean } from './mean.ts';
import { totalWeight, type WeightedValue } from './weighted-value.ts';

/** What the values are: all there are, or a sample of more. */
export interface StandardDeviationOptions {
  /** `population` divides by n (these are all the schools); `sample` by n − 1 (they stand for more). Default `sample`. */
  readonly of?: 'population' | 'sample';
}

/**
 * Standard deviation, in two passes.
 *
 * @throws RangeError without values, or with fewer than two for a sample
 *
 * @example
 * ```ts
 * import { standardDeviation } from '@collegial/statistics';
 *
 * standardDeviation([2, 4, 4, 4, 5, 5, 7, 9], { of: 'population' }); // 2
 * ```
 */
export function standardDeviation(
  values: readonly number[],
  { of = 'sample' }: StandardDeviationOptions = {},
): number {
  const divisor = of === 'sample' ? values.length - 1 : values.length;
  requireThat(divisor > 0, `A ${of} standard deviation needs ${of === 'sample' ? 'two values' : 'a value'}.`);
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / divisor);
}

/**
 * Standard deviation in which each value counts with its weight, of a population: √(Σ w (x − x̄)² / Σ w).
 *
 * @throws RangeError without a weight above 0, or with a negative one
 */
export function weightedStandardDeviation(values: readonly WeightedValue[]): number {
  const total = totalWeight(values);
  const centre = weightedMean(values);
  return Math.sqrt(
    values.reduce((sum, { value, weight }) => sum + weight * (value - centre) ** 2, 0) / total,
  );
}
