import { expect, it } from 'vitest';
import { differenceInterval } from './difference-interval.ts';
import { meanInterval, momentVariance } from './mean-interval.ts';

const momentsOf = (values: readonly number[]) => ({
  units: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  sumOfSquares: values.reduce((sum, value) => sum + value * value, 0),
});
/** Student's sleep data (1908): extra hours of sleep under two drugs; in R as `sleep`. */
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

it("gives R's t.test of one sample", () => {
  const found = meanInterval(momentsOf(first))!;
  expect(found.lower).toBeCloseTo(-0.5297804, 6);
  expect(found.upper).toBeCloseTo(2.0297804, 6);
});

it("gives R's Welch t.test of two samples", () => {
  const found = differenceInterval(momentsOf(first), momentsOf(second))!;
  expect(found.lower).toBeCloseTo(-3.3654832, 6);
  expect(found.upper).toBeCloseTo(0.2054832, 6);
});

it('is null where there is one value, and a point where nothing varies', () => {
  expect(meanInterval(momentsOf([3]))).toBeNull();
  expect(differenceInterval(momentsOf([3]), momentsOf([1, 2]))).toBeNull();
  expect(differenceInterval(momentsOf([3, 3]), momentsOf([1, 1]))).toEqual({ lower: 2, upper: 2 });
  expect(() => momentVariance(momentsOf([1]))).toThrow(RangeError);
});
