import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decileRange } from './decile-range.ts';
import { mean, weightedMean } from './mean.ts';
import { quantile } from './quantile.ts';
import { standardDeviation, weightedStandardDeviation } from './standard-deviation.ts';

describe('standardDeviation', () => {
  it('divides by n for a population, by n − 1 for a sample', () => {
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9], { of: 'population' })).toBe(2);
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 15);
  });

  it('refuses one value of a sample', () => {
    expect(() => standardDeviation([1])).toThrow(RangeError);
  });

  it('weighted with whole numbers is the same as repeating the values', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ value: fc.integer({ min: -50, max: 50 }), weight: fc.integer({ min: 1, max: 5 }) }),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        (values) => {
          const repeated = values.flatMap(({ value, weight }) => Array<number>(weight).fill(value));
          expect(weightedMean(values)).toBeCloseTo(mean(repeated), 9);
          expect(weightedStandardDeviation(values)).toBeCloseTo(
            standardDeviation(repeated, { of: 'population' }),
            9,
          );
        },
      ),
    );
  });

  it('refuses weights that are negative or all 0', () => {
    expect(() => weightedMean([{ value: 1, weight: -1 }])).toThrow(RangeError);
    expect(() => weightedStandardDeviation([{ value: 1, weight: 0 }])).toThrow(RangeError);
    expect(() => mean([])).toThrow(RangeError);
  });
});

describe('quantile', () => {
  it.each([
    [0, 1],
    [0.1, 1.9],
    [0.25, 3.25],
    [0.5, 5.5],
    [0.9, 9.1],
    [1, 10],
  ])("is R's quantile(1:10, %d) = %d", (probability, expected) => {
    expect(quantile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], probability)).toBeCloseTo(expected, 12);
  });

  it('gives the range of deciles', () => {
    expect(decileRange([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toBeCloseTo(7.2, 12);
    expect(decileRange([5])).toBe(0);
  });

  it('refuses no values and impossible probabilities', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1], 1.5)).toThrow(RangeError);
  });
});
