import { expect, it } from 'vitest';
import { normalQuantile } from './normal-quantile.ts';

it.each([
  [1e-10, -6.361340902404057],
  [0.001, -3.0902323061678136],
  [0.025, -1.9599639845400543],
  [0.3, -0.5244005127080408],
  [0.5, 0],
  [0.9, 1.2815515655446006],
  [0.975, 1.9599639845400538],
  [0.99999, 4.264890793923841],
])('the quantile of %d is %d (50 digits by numerical integration, rounded)', (probability, expected) => {
  expect(Math.abs(normalQuantile(probability) - expected)).toBeLessThanOrEqual(1e-14 * Math.abs(expected));
});

it.each([0, 1, -0.1, 1.1, Number.NaN])('refuses the probability %d', (probability) => {
  expect(() => normalQuantile(probability)).toThrow(RangeError);
});
