import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../distributions/normal-quantile.ts';
import { seededRandom } from '../../resampling/seeded-random.ts';
import { changePoints } from './change-points.ts';
import { largestGain } from './largest-gain.ts';
import { segmentSeries } from './segment-series.ts';

const ends = (values: readonly number[], penalty: number, minimumLength = 2) =>
  segmentSeries(values, { penalty, minimumLength }).segments.map(({ to }) => to + 1);

describe('segmentSeries', () => {
  // ruptures 1.1.10: Pelt(model="l2", min_size=2, jump=1).fit(s).predict(pen)
  const steps = [41, 40, 42, 41, 49, 50, 48, 49, 44, 43, 45];
  const noisy = [1.69, -0.47, 0.03, 0.41, -0.79, 0, 3, 1.25, 4.02, 3.6, 0.37, 0.83, 1.51, 0.74, 0.76];
  it.each([
    [steps, 1, [4, 8, 11]],
    [steps, 40, [4, 8, 11]],
    [steps, 100, [11]],
    [noisy, 0.5, [4, 6, 8, 10, 15]],
    [noisy, 2, [6, 8, 10, 15]],
    [noisy, 5, [6, 10, 15]],
    [noisy, 12, [15]],
  ])('of %j with penalty %d agrees with ruptures', (values, penalty, expected) => {
    expect(ends(values, penalty)).toEqual(expected);
  });

  it('has the cost that ruptures has', () => {
    expect(segmentSeries(noisy, { penalty: 5 }).cost).toBeCloseTo(8.888905, 6);
    expect(segmentSeries(noisy, { penalty: 2 }).cost).toBeCloseTo(6.04968, 6);
  });

  it('is the best of all divisions there are, weights and all', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 3 }),
        (points, penalty, minimumLength) => {
          const values = points.map(([value]) => value);
          const weights = points.map(([, weight]) => weight);
          const { segments, cost } = segmentSeries(values, { penalty, minimumLength, weights });
          let best = Number.POSITIVE_INFINITY;
          for (let cuts = 0; cuts < 2 ** (values.length - 1); cuts += 1) {
            const starts = [0, ...values.keys()].filter((at, index) =>
              index === 0 ? true : at > 0 && ((cuts >> (at - 1)) & 1) === 1,
            );
            const pieces = starts.map((from, index) => [from, starts[index + 1] ?? values.length] as const);
            if (pieces.length > 1 && pieces.some(([from, to]) => to - from < minimumLength)) continue;
            const total = pieces.reduce(
              (sum, [from, to]) => {
                const w = weights.slice(from, to);
                const x = values.slice(from, to);
                const mean = x.reduce((s, v, i) => s + v * w[i]!, 0) / w.reduce((s, v) => s + v, 0);
                return sum + x.reduce((s, v, i) => s + w[i]! * (v - mean) ** 2, 0);
              },
              penalty * (pieces.length - 1),
            );
            best = Math.min(best, total);
          }
          expect(cost + penalty * (segments.length - 1)).toBeCloseTo(best, 8);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses a negative penalty and weights of 0', () => {
    expect(() => segmentSeries([1, 2], { penalty: -1 })).toThrow(RangeError);
    expect(() => segmentSeries([1, 2], { penalty: 1, weights: [1, 0] })).toThrow(RangeError);
    expect(segmentSeries([], { penalty: 1 })).toEqual({ segments: [], cost: 0 });
  });
});

describe('largestGain', () => {
  it('is what the best of all single changes takes off, no stretch too short', () => {
    const point = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 1, max: 3 }),
        (points, shortest) => {
          const squares = (part: readonly (readonly [number, number])[]) => {
            const weight = part.reduce((sum, [, w]) => sum + w, 0);
            const mean = part.reduce((sum, [value, w]) => sum + w * value, 0) / weight;
            return part.reduce((sum, [value, w]) => sum + w * (value - mean) ** 2, 0);
          };
          let best = 0;
          for (let at = shortest; at <= points.length - shortest; at += 1)
            best = Math.max(best, squares(points) - squares(points.slice(0, at)) - squares(points.slice(at)));
          const values = points.map(([value]) => value);
          const weights = points.map(([, weight]) => weight);
          expect(largestGain(values, weights, shortest)).toBeCloseTo(best, 6);
        },
      ),
    );
  });
});

describe('changePoints', () => {
  it('finds a clear step in eight years: 2 of the 70 ways to divide them are as clear', () => {
    const found = changePoints([41, 40, 42, 41, 49, 50, 48, 49]);
    expect(found.finding).toBe('change');
    expect(found.probability).toBeCloseTo(2 / 70, 12);
    expect(found.segments.map(({ from, to, level }) => [from, to, level])).toEqual([
      [0, 3, 41],
      [4, 7, 49],
    ]);
  });

  it('says too short where no order of the values could tell', () => {
    for (const size of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const found = changePoints(Array.from({ length: size }, (_, i) => (i < size / 2 ? 0 : 100)));
      expect([size, found.finding]).toEqual([size, 'too-short']);
    }
    // 2 × 4! × 3! ÷ 7!
    expect(changePoints([0, 0, 0, 0, 9, 9, 9]).leastProbability).toBeCloseTo(2 / 35, 12);
  });

  it('tells with errors what it cannot without, and gives levels their intervals', () => {
    const found = changePoints([41, 40, 49, 50], { errors: [1, 1, 1, 1] });
    expect(found.finding).toBe('change');
    const [before] = found.segments;
    expect(before?.level).toBe(40.5);
    expect(before?.interval?.lower).toBeCloseTo(40.5 - 1.959964 / Math.SQRT2, 5);
    expect(changePoints([41, 40, 43, 42], { errors: [3, 3, 3, 3] }).finding).toBe('no-change-told');
    expect(changePoints([41, 40, 49], { errors: [1, 1, 1] }).finding).toBe('too-short');
  });

  it('finds two changes, there and back', () => {
    const { segments } = changePoints([40, 41, 40, 41, 50, 51, 50, 51, 40, 41, 40, 41], {
      errors: Array(12).fill(1),
    });
    expect(segments.map(({ from }) => from)).toEqual([0, 4, 8]);
  });

  it.each([
    ['from the order', 10, false],
    ['from the errors', 5, true],
  ])('claims a change in about one of twenty steady series, %s', (_, size, withErrors) => {
    const runs = process.env.COLLEGIAL_NIGHTLY === '1' ? 4000 : 400;
    const random = seededRandom(5);
    let claimed = 0;
    for (let run = 0; run < runs; run += 1) {
      const values = Array.from({ length: size }, () => 40 + 2 * normalQuantile(random() * 0.999999 + 5e-7));
      const options = withErrors ? { errors: values.map(() => 2) } : {};
      if (changePoints(values, { ...options, draws: 399, seed: run + 1 }).finding === 'change') claimed += 1;
    }
    // 400 runs: standard error 0.011.
    expect(claimed / runs).toBeGreaterThan(0.02);
    expect(claimed / runs).toBeLessThan(0.085);
  });

  it('gives the same for the same seed', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5];
    expect(changePoints(values)).toEqual(changePoints(values));
  });

  it('refuses errors of 0 and too few draws', () => {
    expect(() => changePoints([1, 2, 3, 4], { errors: [1, 1, 1, 0] })).toThrow('above 0');
    expect(() => changePoints([1, 2, 3, 4], { draws: 9 })).toThrow('99');
  });
});
