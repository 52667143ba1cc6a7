import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normalQuantile } from './normal-quantile.ts';
import { studentTProbability } from './student-t-probability.ts';
import { studentTQuantile } from './student-t-quantile.ts';

it.each([
  [0.975, 1, 12.706204736174698],
  [0.975, 2, 4.302652729749463],
  [0.975, 3, 3.182446305283708],
  [0.975, 10, 2.228138851986274],
  [0.995, 5, 4.032142983555227],
  [0.9, 30, 1.310415025391396],
  [0.975, 99, 1.984216951586417],
  [0.9995, 4, 8.610301581379524],
  [0.975, 2.5, 3.574654842003682],
  [0.6, 7, 0.2631668613520228],
  [0.9999999, 3, 222.5715909862512],
  [0.975, 1.5, 6.016663104427928],
])(
  'the quantile of %d with %d degrees of freedom is %d (30-digit integration)',
  (probability, degrees, expected) => {
    expect(Math.abs(studentTQuantile(probability, degrees) / expected - 1)).toBeLessThan(1e-10);
  },
);

it('gives back the probability it came from', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
      fc.double({ min: 0.6, max: 500, noNaN: true }),
      (p, degrees) => {
        const back = studentTProbability(studentTQuantile(p, degrees), degrees);
        expect(Math.abs(back - p)).toBeLessThan(1e-10 * Math.min(p, 1 - p) + 1e-15);
      },
    ),
  );
});

it('is odd around one half, and near the normal for many degrees of freedom', () => {
  expect(studentTQuantile(0.25, 7)).toBe(-studentTQuantile(0.75, 7));
  expect(studentTQuantile(0.5, 7)).toBe(0);
  expect(studentTQuantile(0.975, 1e6)).toBeCloseTo(normalQuantile(0.975), 5);
});

it('refuses a probability of 1 and no degrees of freedom', () => {
  expect(() => studentTQuantile(1, 3)).toThrow(RangeError);
  expect(() => studentTQuantile(0.9, 0)).toThrow(RangeError);
});
