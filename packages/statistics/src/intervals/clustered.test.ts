import { describe, expect, it } from 'vitest';
import { clusteredProportion } from './clustered-proportion.ts';
import { clusteredRate } from './clustered-rate.ts';
import { type RatioSums, ratioVariance } from './ratio-sums.ts';
import { wilson } from './wilson.ts';

const sumsOf = (units: readonly (readonly [a: number, p: number])[]): RatioSums => {
  const sum = (of: (a: number, p: number) => number) => units.reduce((total, [a, p]) => total + of(a, p), 0);
  return {
    units: units.length,
    numerator: sum((a) => a),
    denominator: sum((_, p) => p),
    numeratorSquares: sum((a) => a * a),
    products: sum((a, p) => a * p),
    denominatorSquares: sum((_, p) => p * p),
  };
};

describe('ratioVariance', () => {
  it('is that of a mean where every unit has one trial: s² / n', () => {
    // 1, 0, 0, 1: mean 0.5, s² = 4 × 0.25 / 3
    expect(
      ratioVariance(
        sumsOf([
          [1, 1],
          [0, 1],
          [0, 1],
          [1, 1],
        ]),
      ),
    ).toBeCloseTo(1 / 3 / 4, 15);
  });

  it('follows the hand calculation for unequal units', () => {
    // ratio 24/30 = 0.8; residuals 10 − 8 = 2, 9 − 8 = 1, 5 − 8 = −3; (3/2) × 14 / 900
    expect(
      ratioVariance(
        sumsOf([
          [10, 10],
          [9, 10],
          [5, 10],
        ]),
      ),
    ).toBeCloseTo(21 / 900, 15);
  });
});

describe('clusteredProportion', () => {
  it('is wider than counting sessions as independent, by the effective number of sessions', () => {
    const sums = sumsOf(Array.from({ length: 40 }, (_, index) => (index % 4 === 0 ? [10, 20] : [20, 20])));
    const naive = wilson(sums.numerator, sums.denominator);
    const found = clusteredProportion(sums);
    expect(found).not.toBeNull();
    expect(found!.upper - found!.lower).toBeGreaterThan(3 * (naive.upper - naive.lower));
    expect(found!.lower < 0.875 && 0.875 < found!.upper).toBe(true);
  });

  it('counts each person as one trial where all attended always', () => {
    const sums = sumsOf([
      [20, 20],
      [18, 18],
      [20, 20],
    ]);
    expect(clusteredProportion(sums)).toEqual(wilson(3, 3));
  });

  it('covers the truth about as often as it says', () => {
    // 30 students with 20 sessions; each student has an own attendance of 0.7 or 1.0, mean 0.85
    let state = 7;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    let covered = 0;
    const runs = 2000;
    for (let run = 0; run < runs; run += 1) {
      const sums = sumsOf(
        Array.from({ length: 30 }, () => {
          const own = random() < 0.5 ? 0.7 : 1;
          return [Array.from({ length: 20 }, random).filter((x) => x < own).length, 20] as const;
        }),
      );
      const { lower, upper } = clusteredProportion(sums)!;
      if (lower <= 0.85 && 0.85 <= upper) covered += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.93);
    expect(covered / runs).toBeLessThan(0.98);
  });

  it('is null with one person, and refuses more attended than possible', () => {
    expect(clusteredProportion(sumsOf([[1, 2]]))).toBeNull();
    expect(() =>
      clusteredProportion(
        sumsOf([
          [3, 2],
          [2, 2],
        ]),
      ),
    ).toThrow(RangeError);
  });
});

describe('clusteredRate', () => {
  it('follows the hand calculation', () => {
    // 3 suspensions of one of three students: rate 1, residuals 2, −1, −1; variance (3/2) × 6 / 9 = 1; t = 4.3027
    const found = clusteredRate(
      sumsOf([
        [3, 1],
        [0, 1],
        [0, 1],
      ]),
    )!;
    expect(found.lower).toBe(0);
    expect(found.upper).toBeCloseTo(1 + 4.302652729749463, 9);
  });

  it("without an event reaches up to Garwood's 3.689 events", () => {
    expect(
      clusteredRate(
        sumsOf([
          [0, 1],
          [0, 1],
        ]),
      )!.upper,
    ).toBeCloseTo(3.688879 / 2, 6);
  });

  it('is null where there is nobody to relate to', () => {
    expect(
      clusteredRate(
        sumsOf([
          [1, 0],
          [2, 0],
        ]),
      ),
    ).toBeNull();
  });
});
