import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannKendall } from './mann-kendall.ts';
import { theilSen } from './theil-sen.ts';

/** Every order of some values. */
function orders(values: readonly number[]): number[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, index) =>
    orders([...values.slice(0, index), ...values.slice(index + 1)]).map((rest) => [value, ...rest]),
  );
}

const scoreOf = (values: readonly number[]) =>
  values.reduce(
    (sum, later, at) =>
      sum + values.slice(0, at).reduce((part, earlier) => part + Math.sign(later - earlier), 0),
    0,
  );

describe('mannKendall', () => {
  // R 4.2.2: cor.test(1:n, y, method = "kendall", exact = TRUE)
  it.each([
    [[38.1, 41.2, 40.7, 43.9, 42.5, 44.8, 46.0], 17, 0.80952380952381, 0.0107142857142857],
    [[5, 3, 4, 8, 1, 2, 9, 7, 6, 10, 12], 25, 0.454545454545455, 0.060170153920154],
  ])('of %j agrees with R', (values, score, tau, probability) => {
    const found = mannKendall(values);
    expect(found.score).toBe(score);
    expect(found.tau).toBeCloseTo(tau, 13);
    expect(found.probability).toBeCloseTo(probability, 13);
  });

  it('has tau-b with ties, as R', () => {
    expect(mannKendall([5, 3, 3, 8, 1, 2, 9, 7, 7, 10, 12]).tau).toBeCloseTo(0.463042366610397, 13);
  });

  it('is exact with ties: the share of all orders that are so far out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 }), (values) => {
        const score = Math.abs(scoreOf(values));
        const all = orders(values);
        const share = all.filter((order) => Math.abs(scoreOf(order)) >= score).length / all.length;
        expect(mannKendall(values).probability).toBeCloseTo(share, 12);
      }),
      { numRuns: 60 },
    );
  });

  it('says that four values can never tell, and five can', () => {
    expect(mannKendall([1, 2, 3, 4]).leastProbability).toBeCloseTo(1 / 12, 14);
    expect(mannKendall([1, 2, 3, 4, 5]).leastProbability).toBeCloseTo(1 / 60, 14);
    expect(mannKendall([3, 3, 3])).toMatchObject({ tau: null, probability: 1, leastProbability: 1 });
  });

  it('goes over to the normal without a jump', () => {
    const wave = (size: number) => Array.from({ length: size }, (_, t) => Math.sin(t) * 5 + t / 12);
    const exact = mannKendall(wave(50));
    const normal = mannKendall(wave(51));
    expect([exact.method, normal.method]).toEqual(['exact', 'normal']);
    const deviation = Math.sqrt((50 * 49 * 105) / 18);
    expect(exact.probability).toBeGreaterThan(1e-4);
    // Of the same score the exact probability at 50 and the normal one with its correction differ little.
    expect(normalOf((Math.abs(exact.score) - 1) / deviation)).toBeCloseTo(exact.probability, 3);
  });

  it('refuses what is no number', () => {
    expect(() => mannKendall([1, Number.NaN])).toThrow(RangeError);
  });
});

/** Two-sided, by Simpson's rule: independent of the code under test. */
function normalOf(z: number): number {
  const steps = 2000;
  const at = (index: number) => Math.exp(-(((z * index) / steps) ** 2) / 2);
  let sum = at(0) + at(steps);
  for (let index = 1; index < steps; index += 1) sum += (index % 2 === 1 ? 4 : 2) * at(index);
  return 1 - (2 * sum * z) / steps / 3 / Math.sqrt(2 * Math.PI);
}

describe('theilSen', () => {
  it('is the median of the slopes, gaps between years allowed, as SciPy', () => {
    // SciPy 1.17.1: stats.theilslopes(y, x, method="joint")
    const found = theilSen(
      [2015, 2016, 2017, 2018, 2019, 2022, 2023],
      [38.1, 41.2, 40.7, 43.9, 42.5, 44.8, 46.0],
    );
    expect(found.slope).toBeCloseTo(0.8833333333333329, 10);
    expect(found.intercept).toBeCloseTo(-1740.9833333333324, 8);
  });

  it('has for five values the interval from the smallest to the largest slope, at 98.3 %', () => {
    const found = theilSen([1, 2, 3, 4, 5], [41, 43, 44, 47, 48]);
    expect(found.interval).toEqual({ lower: 1, upper: 3 });
    expect(found.confidence).toBeCloseTo(1 - 1 / 60, 12);
    expect(theilSen([1, 2, 3, 4], [41, 43, 44, 47])).toMatchObject({ interval: null, confidence: null });
  });

  it('holds the slopes that the Mann–Kendall test does not reject, and no others', () => {
    const years = [0, 1, 2, 3, 4, 5, 6, 7];
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 8, maxLength: 8 }),
        (values) => {
          const { interval } = theilSen(years, values);
          const probabilityAt = (slope: number) =>
            mannKendall(values.map((value, t) => value - slope * t)).probability;
          expect(probabilityAt(interval!.lower + 1e-7)).toBeGreaterThan(0.05);
          expect(probabilityAt(interval!.upper - 1e-7)).toBeGreaterThan(0.05);
          expect(probabilityAt(interval!.lower - 1e-7)).toBeLessThanOrEqual(0.05);
          expect(probabilityAt(interval!.upper + 1e-7)).toBeLessThanOrEqual(0.05);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('refuses one value and years that repeat', () => {
    expect(() => theilSen([1], [1])).toThrow(RangeError);
    expect(() => theilSen([1, 1], [1, 2])).toThrow('once');
  });

  it('has an interval for long series too', () => {
    const times = Array.from({ length: 60 }, (_, t) => t);
    const { interval } = theilSen(
      times,
      times.map((t) => 2 * t + Math.sin(t * 7)),
    );
    expect(interval!.lower).toBeLessThan(2.02);
    expect(interval!.upper).toBeGreaterThan(1.98);
  });
});
