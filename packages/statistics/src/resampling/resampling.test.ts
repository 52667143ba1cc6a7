import { describe, expect, it } from 'vitest';
import { mean } from '../spread/mean.ts';
import { bootstrapInterval } from './bootstrap-interval.ts';
import { seededRandom } from './seeded-random.ts';

describe('seededRandom', () => {
  it('repeats itself for a seed, differs between seeds, and fills 0–1 evenly', () => {
    const take = (seed: number, count: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: count }, random);
    };
    expect(take(42, 5)).toEqual(take(42, 5));
    expect(take(42, 5)).not.toEqual(take(43, 5));
    const counts = Array<number>(20).fill(0);
    for (const value of take(1, 100_000)) counts[Math.floor(value * 20)]! += 1;
    // chi-squared with 19 degrees of freedom; 43.8 is its 99.9 % point
    expect(counts.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0)).toBeLessThan(43.8);
  });
});

describe('bootstrapInterval', () => {
  const values = Array.from({ length: 100 }, (_, index) => index);

  it('of a mean comes near the t interval', () => {
    const { lower, upper } = bootstrapInterval(values, mean, { resamples: 4000 });
    const half = 1.984217 * (29.0115 / 10);
    expect(lower).toBeGreaterThan(49.5 - half - 0.5);
    expect(lower).toBeLessThan(49.5 - half + 0.5);
    expect(upper).toBeGreaterThan(49.5 + half - 0.5);
    expect(upper).toBeLessThan(49.5 + half + 0.5);
  });

  it('is the same for the same seed', () => {
    expect(bootstrapInterval(values, mean, { seed: 5 })).toEqual(
      bootstrapInterval(values, mean, { seed: 5 }),
    );
    expect(bootstrapInterval(values, mean, { seed: 5 })).not.toEqual(
      bootstrapInterval(values, mean, { seed: 6 }),
    );
  });

  it('refuses no values', () => {
    expect(() => bootstrapInterval([], mean)).toThrow(RangeError);
  });
});
