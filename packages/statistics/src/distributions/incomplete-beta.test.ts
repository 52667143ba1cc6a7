import { expect, it } from 'vitest';
import { incompleteBeta } from './incomplete-beta.ts';

it.each([
  [0.3, 2, 3, 0.3483],
  [0.001, 5, 0.5, 2.461963550285714e-16],
  [0.5, 200, 200, 0.5],
  [0.2, 300, 900, 0.000013522318397518266],
])('I of %d with a = %d, b = %d is %d', (x, a, b, expected) => {
  expect(Math.abs(incompleteBeta(x, a, b) / expected - 1)).toBeLessThan(1e-12);
});

it('is 0 and 1 at the ends', () => {
  expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
});

it('refuses arguments out of range', () => {
  expect(() => incompleteBeta(1.1, 2, 3)).toThrow(RangeError);
  expect(() => incompleteBeta(0.5, 0, 3)).toThrow(RangeError);
});
