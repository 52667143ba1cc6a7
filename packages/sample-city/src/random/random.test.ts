import { describe, expect, it } from 'vitest';
import { normalQuantile } from './normal-quantile.ts';
import { createRandom } from './random.ts';
import { apportion, stratifiedFlags, stratifiedNormals } from './stratified.ts';
import { atWeight } from './weighted.ts';

const draw = (count: number, random: { next(): number }) =>
  Array.from({ length: count }, () => random.next());

describe('createRandom', () => {
  it('repeats itself for a seed and a name', () => {
    expect(draw(50, createRandom(7, 'a', 1))).toEqual(draw(50, createRandom(7, 'a', 1)));
  });

  it.each([
    ['another seed', createRandom(8, 'a', 1)],
    ['another name', createRandom(7, 'a', 2)],
  ])('differs for %s', (_, other) => {
    const same = draw(200, createRandom(7, 'a', 1)).filter(
      (value, index) => value === draw(200, other)[index],
    );
    expect(same).toEqual([]);
  });

  it('is uniform: each tenth holds about a tenth (chi-squared, 9 degrees of freedom, below its 99.9 % point)', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (const value of draw(50_000, createRandom(1, 'uniform'))) counts[Math.floor(value * 10)]!++;
    const chiSquared = counts.reduce((sum, count) => sum + (count - 5_000) ** 2 / 5_000, 0);
    expect(chiSquared).toBeLessThan(27.88);
  });

  it('gives first draws of neighbouring names that are not related', () => {
    const firsts = Array.from({ length: 2_000 }, (_, index) => createRandom(1, 'person', index).next());
    const mean = firsts.reduce((sum, value) => sum + value, 0) / firsts.length;
    const lag = firsts
      .slice(1)
      .reduce((sum, value, index) => sum + (value - 0.5) * (firsts[index]! - 0.5), 0);
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
    expect(Math.abs((lag / firsts.length) * 12)).toBeLessThan(0.1);
  });

  it('counts Poisson events around their mean', () => {
    const random = createRandom(1, 'poisson');
    const counts = Array.from({ length: 20_000 }, () => random.poisson(0.4));
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeCloseTo(0.4, 1);
  });
});

describe('normalQuantile', () => {
  it.each([
    [0.5, 0],
    [0.975, 1.959963985],
    [0.025, -1.959963985],
    [0.001, -3.090232306],
  ])('gives the textbook value at %d', (probability, expected) => {
    expect(normalQuantile(probability)).toBeCloseTo(expected, 7);
  });
});

describe('stratified draws', () => {
  it('give a small cohort mean 0 and spread 1', () => {
    const values = stratifiedNormals(createRandom(1, 'strata'), 40);
    const mean = values.reduce((sum, value) => sum + value, 0) / 40;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 39;
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(variance).toBeGreaterThan(0.8);
    expect(variance).toBeLessThan(1.2);
  });

  it('flag the share that was asked for, rounded', () => {
    const flagged = stratifiedFlags(createRandom(1, 'flags'), 19, 0.3).filter(Boolean).length;
    expect([5, 6]).toContain(flagged);
  });
});

describe('apportion', () => {
  it('adds up to the total, by largest remainder', () => {
    // 10 × 3/7 = 4.29, 10 × 2/7 = 2.86 (twice): the two larger remainders get the two that are missing.
    expect(apportion(10, [3, 2, 2])).toEqual([4, 3, 3]);
  });
});

describe('atWeight', () => {
  it('finds the stretch that holds a position', () => {
    const items = [1, 2, 3];
    expect([0, 0.99, 1, 2.99, 3, 6].map((at) => atWeight(items, (item) => item, at))).toEqual([
      1,
      1,
      2,
      2,
      3,
      undefined,
    ]);
  });
});
