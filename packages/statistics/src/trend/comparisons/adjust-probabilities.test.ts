import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Adjustment, adjustProbabilities } from './adjust-probabilities.ts';

/** Benjamini and Hochberg (1995), 25 tests as in McDonald's handbook, out of order. */
const probabilities = [
  0.216, 0.001, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.008, 0.222, 0.251, 0.269, 0.275, 0.34,
  0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
];
/** R 4.2.2: p.adjust(p, method), of the ten smallest in their order. */
const ofR: Partial<Record<Adjustment, number[]>> = {
  'benjamini-hochberg': [
    0.025, 0.1, 0.21, 0.21, 0.21, 0.25, 0.264285714285714, 0.491071428571429, 0.491071428571429,
    0.491071428571429,
  ],
  'benjamini-yekutieli': [
    0.0953989544438377, 0.381595817775351, 0.801351217328236, 0.801351217328236, 0.801351217328236,
    0.953989544438377, 1, 1, 1, 1,
  ],
  holm: [0.025, 0.192, 0.897, 0.902, 0.902, 1, 1, 1, 1, 1],
  bonferroni: [0.025, 0.2, 0.975, 1, 1, 1, 1, 1, 1, 1],
};

it.each(Object.entries(ofR))('%s agrees with R', (adjustment, expected) => {
  const adjusted = adjustProbabilities(probabilities, adjustment as Adjustment);
  const order = probabilities.map((_, index) => index).sort((a, b) => probabilities[a]! - probabilities[b]!);
  order.slice(0, 10).forEach((index, rank) => {
    expect(adjusted[index]).toBeCloseTo(expected[rank]!, 13);
  });
});

it('does not count what was not tested', () => {
  expect(adjustProbabilities([0.01, null, 0.04], 'bonferroni')).toEqual([0.02, null, 0.08]);
  expect(adjustProbabilities([])).toEqual([]);
  expect(adjustProbabilities([0.01, 0.9], 'none')).toEqual([0.01, 0.9]);
});

it('never makes a probability smaller, keeps the order, and is stricter the more is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (given) => {
      const by = (adjustment: Adjustment) => adjustProbabilities(given, adjustment);
      given.forEach((probability, i) => {
        expect(by('benjamini-hochberg')[i]).toBeGreaterThanOrEqual(probability);
        expect(by('holm')[i]! + 1e-12).toBeGreaterThanOrEqual(by('benjamini-hochberg')[i]!);
        expect(by('bonferroni')[i]! + 1e-12).toBeGreaterThanOrEqual(by('holm')[i]!);
        expect(by('benjamini-yekutieli')[i]! + 1e-12).toBeGreaterThanOrEqual(by('benjamini-hochberg')[i]!);
        given.forEach((other, j) => {
          if (other > probability) expect(by('holm')[j]!).toBeGreaterThanOrEqual(by('holm')[i]!);
        });
      });
    }),
  );
});

it('refuses what is no probability', () => {
  expect(() => adjustProbabilities([1.1])).toThrow(RangeError);
  expect(() => adjustProbabilities([Number.NaN])).toThrow(RangeError);
});
