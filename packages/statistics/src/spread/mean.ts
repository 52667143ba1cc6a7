import { requireThat } from '../require-that.ts';
import { totalWeight, type WeightedValue } from './weighted-value.ts';

/** Arithmetic mean. @throws RangeError without values */
export function mean(values: readonly number[]): number {
  requireThat(values.length > 0, 'A mean needs at least one value.');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean in which each value counts with its weight. @throws RangeError without a weight above 0, or with a negative one */
export function weightedMean(values: readonly WeightedValue[]): number {
  const total = totalWeight(values);
  return values.reduce((sum, { value, weight }) => sum + value * weight, 0) / total;
}
