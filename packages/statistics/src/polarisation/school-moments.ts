import { requireThat } from '../require-that.ts';
import { compensatedSum } from '../sums/compensated-sum.ts';

/** The values of a school's students, put together so that nothing is lost to a large offset. */
export interface SchoolMoments {
  readonly students: number;
  readonly mean: number;
  /** Sum of the squared distances of the students' values from the mean. */
  readonly squares: number;
}

/**
 * Moments of the values of a school's students, in two passes.
 *
 * @throws RangeError without values
 */
export function schoolMoments(values: readonly number[]): SchoolMoments {
  requireThat(values.length > 0, 'A school needs at least one value.');
  const sorted = Float64Array.from(values).sort();
  const mean = compensatedSum(sorted.length, (index) => sorted[index]!) / sorted.length;
  return {
    students: sorted.length,
    mean,
    squares: compensatedSum(sorted.length, (index) => (sorted[index]! - mean) ** 2),
  };
}
