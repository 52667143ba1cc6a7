import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wilson } from './wilson.ts';

it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("%d of %d: Newcombe's published %d to %d", (successes, trials, lower, upper) => {
  const found = wilson(successes, trials);
  expect(found.lower).toBeCloseTo(lower, 4);
  expect(found.upper).toBeCloseTo(upper, 4);
});

it('holds the proportion, stays inside 0–1, mirrors, and narrows with more people', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (trials, share) => {
        const successes = Math.round(trials * share);
        const { lower, upper } = wilson(successes, trials);
        expect(0 <= lower && lower <= successes / trials && successes / trials <= upper && upper <= 1).toBe(
          true,
        );
        const mirrored = wilson(trials - successes, trials);
        expect(mirrored.lower).toBeCloseTo(1 - upper, 12);
        const more = wilson(successes * 4, trials * 4);
        expect(more.upper - more.lower).toBeLessThan(upper - lower);
      },
    ),
  );
});

it('refuses more successes than trials, no trials, and a confidence of 1', () => {
  expect(() => wilson(3, 2)).toThrow(RangeError);
  expect(() => wilson(0, 0)).toThrow(RangeError);
  expect(() => wilson(1, 2, { confidence: 1 })).toThrow(RangeError);
});
