import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chiSquaredTail } from './chi-squared-tail.ts';
import { normalProbability } from './normal-probability.ts';

it('is exp(−x / 2) for two degrees of freedom, and twice the normal tail of √x for one', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 600, noNaN: true }), (x) => {
      expect(Math.abs(chiSquaredTail(x, 2) / Math.exp(-x / 2) - 1)).toBeLessThan(1e-12);
      expect(Math.abs(chiSquaredTail(x, 1) / (2 * normalProbability(-Math.sqrt(x))) - 1)).toBeLessThan(1e-10);
    }),
  );
});

it('follows its recurrence: two degrees more add (x/2)^a e^(−x/2) / Γ(a + 1)', () => {
  // a = 3: Γ(4) = 6
  for (const x of [0.5, 3, 6, 20, 100]) {
    const more = ((x / 2) ** 3 * Math.exp(-x / 2)) / 6;
    expect(chiSquaredTail(x, 8)).toBeCloseTo(chiSquaredTail(x, 6) + more, 14);
  }
});

it('refuses a negative value and no degrees of freedom', () => {
  expect(() => chiSquaredTail(-1, 1)).toThrow(RangeError);
  expect(() => chiSquaredTail(1, 0)).toThrow(RangeError);
});
