import { requireThat } from '../require-that.ts';

/** A value with the weight it counts with, for example a school's figure and its number of students. */
export interface WeightedValue {
  readonly value: number;
  readonly weight: number;
}

/** The sum of the weights. @throws RangeError when a weight is negative or all are 0 */
export function totalWeight(values: readonly WeightedValue[]): number {
  requireThat(
    values.every(({ weight }) => weight >= 0),
    'Weights must not be negative.',
  );
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  requireThat(total > 0, 'At least one weight must be above 0.');
  return total;
}
