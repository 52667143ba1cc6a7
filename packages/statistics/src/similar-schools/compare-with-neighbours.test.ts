import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { seededRandom } from '../resampling/seeded-random.ts';
import { compareWithNeighbours } from './compare-with-neighbours.ts';

const neighbours = [44, 46, 47, 49, 45, 48];

describe('compareWithNeighbours', () => {
  it('follows the hand calculation: mean 46.5, deviation √3.5, t(5) = 2.5706', () => {
    const found = compareWithNeighbours(52, neighbours, { standardError: 1.5 });
    expect(found.centre).toBe(46.5);
    expect(found.deviation).toBeCloseTo(Math.sqrt(3.5), 12);
    expect(found.difference).toBe(5.5);
    const alone = Math.sqrt(3.5) * Math.sqrt(7 / 6);
    expect(found.usual.upper).toBeCloseTo(46.5 + 2.570581835636315 * alone, 9);
    // Error of the difference √(1.5² + 3.5/6); Welch: 5 × (2.8333 ÷ 0.58333)² = 117.96 degrees of freedom, t = 1.9803.
    expect(found.interval?.lower).toBeCloseTo(5.5 - 1.98027 * Math.sqrt(2.25 + 3.5 / 6), 4);
    // 5.5 is more than chance, and 52 just above what is usual, 51.69.
    expect(found.standing).toBe('unusually-high');
    expect(found.probability).toBeLessThan(0.05);
  });

  it('tells “differs from the mean” from “unusual”: a large school does the first easily', () => {
    expect(compareWithNeighbours(50, neighbours, { standardError: 0.1 }).standing).toBe('above-centre');
    expect(compareWithNeighbours(43, neighbours, { standardError: 0.1 }).standing).toBe('below-centre');
    expect(compareWithNeighbours(50, neighbours, { standardError: 3 }).standing).toBe('not-told-apart');
    expect(compareWithNeighbours(30, neighbours).standing).toBe('unusually-low');
  });

  it('does not call unusual what chance alone may have put outside', () => {
    expect(compareWithNeighbours(53, neighbours, { standardError: 4 })).toMatchObject({
      standing: 'not-told-apart',
    });
  });

  it('has no interval without an own error, and a point where nothing varies', () => {
    expect(compareWithNeighbours(46, neighbours).interval).toBeNull();
    const flat = compareWithNeighbours(5, [5, 5, 5], { standardError: 0 });
    expect(flat).toMatchObject({ difference: 0, interval: { lower: 0, upper: 0 }, probability: 1 });
  });

  it('has a bootstrap interval of the median, the same each time and in any order', () => {
    const by = { standardError: 1, centre: 'median' as const };
    const found = compareWithNeighbours(52, neighbours, by);
    expect(found.centre).toBe(46.5);
    expect(compareWithNeighbours(52, [...neighbours].reverse(), by)).toEqual(found);
    expect(found.interval!.lower).toBeGreaterThan(1.5);
    expect(found.interval!.upper).toBeLessThan(9.5);
  });

  it('calls a school of the same kind unusual once in twenty times, and covers the difference', () => {
    const random = seededRandom(4);
    const normal = () => normalQuantile(random() * 0.999999 + 5e-7);
    let unusual = 0;
    let covered = 0;
    const runs = 2000;
    for (let run = 0; run < runs; run += 1) {
      const others = Array.from({ length: 15 }, () => 50 + 3 * normal());
      const alike = compareWithNeighbours(50 + 3 * normal(), others);
      if (alike.standing !== 'not-told-apart') unusual += 1;
      const { interval } = compareWithNeighbours(54 + 2 * normal(), others, { standardError: 2 });
      if (interval!.lower <= 4 && 4 <= interval!.upper) covered += 1;
    }
    expect(unusual / runs).toBeGreaterThan(0.035);
    expect(unusual / runs).toBeLessThan(0.066);
    expect(covered / runs).toBeGreaterThan(0.93);
    expect(covered / runs).toBeLessThan(0.97);
  });

  it('refuses two neighbours and a negative error', () => {
    expect(() => compareWithNeighbours(1, [1, 2])).toThrow('three neighbours');
    expect(() => compareWithNeighbours(1, [1, 2, 3], { standardError: -1 })).toThrow('negative');
    expect(() => compareWithNeighbours(Number.NaN, [1, 2, 3])).toThrow('finite');
  });
});
