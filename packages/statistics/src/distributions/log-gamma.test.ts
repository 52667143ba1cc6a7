import { expect, it } from 'vitest';
import { logGamma } from './log-gamma.ts';

it.each([
  [0.1, 2.252712651734206],
  [0.5, 0.5723649429247001],
  [2.5, 0.2846828704729192],
  [10, 12.80182748008147],
  [100.5, 361.4355404677776],
  [5000, 37582.62631568535],
])('ln Γ(%d) = %d', (x, expected) => {
  expect(Math.abs(logGamma(x) / expected - 1)).toBeLessThan(5e-15);
});

it('is the logarithm of the factorial one below', () => {
  expect(logGamma(6)).toBeCloseTo(Math.log(120), 14);
});

it('refuses zero', () => {
  expect(() => logGamma(0)).toThrow(RangeError);
});
