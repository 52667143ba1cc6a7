import { describe, expect, it } from 'vitest';
import { normalProbability } from '../../distributions/normal-probability.ts';
import { normalQuantile } from '../../distributions/normal-quantile.ts';
import { seededRandom } from '../../resampling/seeded-random.ts';
import { binomial, binomialQuantile } from './binomial.ts';
import { exactLimit } from './exact-limit.ts';
import { funnel } from './funnel.ts';
import { midProbability } from './mid-probability.ts';
import { overdispersion } from './overdispersion.ts';
import { poisson } from './poisson.ts';

describe('limits, as R works them out with qbinom, pbinom, qpois and ppois (4.2.2)', () => {
  it.each([
    [0.025, 100, 0.25, 0.162354966495998],
    [0.975, 100, 0.25, 0.332323249593144],
    [0.001, 100, 0.25, 0.119567167318128],
    [0.999, 100, 0.25, 0.385606622806444],
    [0.975, 12, 0.05, 0.162084851445564],
    [0.999, 3000, 0.02, 0.0281833352259415],
    [0.001, 3000, 0.02, 0.0124014426651836],
  ])('binomial %d of %d at %d is %d', (probability, trials, share, expected) => {
    expect(exactLimit(binomial(trials, share), probability) / trials).toBeCloseTo(expected, 11);
  });

  it('is 0 where interpolation would go below', () => {
    expect(exactLimit(binomial(12, 0.05), 0.025)).toBe(0);
  });

  it.each([
    [0.025, 150, 0.08, 0.034552259814614],
    [0.975, 150, 0.08, 0.12512970394961],
    [0.999, 1000, 0.31, 0.365325123189754],
    [0.001, 1000, 0.31, 0.256522248381104],
    [0.975, 20, 0.02, 0.0840806751251492],
  ])('Poisson %d of %d at %d is %d', (probability, exposure, rate, expected) => {
    expect(exactLimit(poisson(exposure * rate), probability) / exposure).toBeCloseTo(expected, 11);
  });

  it('has the quantiles of qbinom', () => {
    const found = Array.from({ length: 12 }, (_, index) => binomialQuantile(0.05, 9 + index, 0.5));
    expect(found).toEqual([2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6]);
  });

  it('has the two-sided mid-p of pbinom and ppois', () => {
    expect(midProbability(binomial(100, 0.25), 30)).toBeCloseTo(0.253328285522661, 11);
    expect(midProbability(binomial(12, 0.05), 0)).toBeCloseTo(0.540360087662637, 11);
    expect(midProbability(binomial(3000, 0.02), 75)).toBeCloseTo(0.057407529001305, 10);
    expect(midProbability(poisson(12), 20)).toBeCloseTo(0.0328775065978342, 11);
  });
});

it('has the normal probabilities of pnorm', () => {
  const expected = [
    [-8, 6.22096057427178e-16],
    [-3, 0.00134989803163009],
    [-1.5, 0.0668072012688581],
    [0, 0.5],
    [0.5, 0.691462461274013],
    [1.99, 0.976704532249788],
    [2.01, 0.977784405570569],
    [4, 0.999968328758167],
  ] as const;
  for (const [z, probability] of expected) expect(normalProbability(z) / probability).toBeCloseTo(1, 13);
  for (const p of [1e-9, 0.03, 0.5, 0.77])
    expect(normalProbability(normalQuantile(p)) / p).toBeCloseTo(1, 12);
});

const counts = [12, 30, 25, 41, 8, 19, 60, 22, 15, 33];
const sizes = [100, 120, 80, 150, 90, 70, 160, 100, 60, 140];
const schools = counts.map((count, index) => ({ id: `s${index}`, count, of: sizes[index]! }));

describe('overdispersion', () => {
  it("has φ and τ² of Spiegelhalter's formulas, worked out by R", () => {
    const target = 0.247663551401869;
    const errors = sizes.map((size) => Math.sqrt((target * (1 - target)) / size));
    const found = overdispersion(
      counts.map((count, index) => count / sizes[index]! - target),
      errors,
    );
    expect(found.factor).toBeCloseTo(2.33859085472515, 11);
    expect(found.betweenVariance).toBeCloseTo(0.00281242055968682, 13);
    expect(found.present).toBe(true);
  });

  it('is absent where chance explains all', () => {
    expect(overdispersion([0.1, -0.1, 0.1, -0.1], [1, 1, 1, 1])).toMatchObject({
      betweenVariance: 0,
      present: false,
    });
    expect(() => overdispersion([1], [1])).toThrow(RangeError);
    expect(() => overdispersion([1, 2], [1, 0])).toThrow(RangeError);
  });
});

describe('funnel', () => {
  it('widens the limits where schools differ more than by chance: fewer are called different', () => {
    const told = (widening: 'none' | 'additive' | 'multiplicative') =>
      funnel('proportion', schools, { overdispersion: widening }).figures.filter(
        ({ standing }) => standing !== 'not-told-apart',
      );
    expect(told('none').map(({ id }) => id)).toEqual(['s0', 's4', 's6']);
    expect(told('additive')).toEqual([]);
    expect(told('multiplicative')).toEqual([]);
    const { widened, target, limitsAt } = funnel('proportion', schools);
    expect(widened).toBe('additive');
    expect(target).toBeCloseTo(0.247663551401869, 13);
    const half = 1.959964 * Math.sqrt((target * (1 - target)) / 100 + 0.00281242055968682);
    expect(limitsAt(100, 0.95).upper).toBeCloseTo(target + half, 6);
  });

  it('has wide limits for the small and narrow ones for the large', () => {
    const { limitsAt } = funnel('rate', [], { target: 0.05 });
    const width = (size: number) => limitsAt(size, 0.95).upper - limitsAt(size, 0.95).lower;
    expect(width(50)).toBeGreaterThan(width(500));
    expect(width(500)).toBeGreaterThan(width(5000));
  });

  it('pools means by their precision and leaves out what has none', () => {
    const found = funnel('mean', [
      { id: 'a', value: 10, standardError: 1 },
      { id: 'b', value: 16, standardError: 2 },
      { id: 'c', value: 99, standardError: 0 },
    ]);
    expect(found.target).toBeCloseTo((10 + 16 / 4) / 1.25, 12);
    expect(found.leftOut).toEqual(['c']);
    expect(found.figures.map(({ size }) => size)).toEqual([1, 0.25]);
  });

  it('claims no more than it says, of a hundred schools that do not differ', () => {
    const random = seededRandom(8);
    let runsWithClaim = 0;
    let beyond = 0;
    for (let run = 0; run < 60; run += 1) {
      const points = Array.from({ length: 100 }, (_, id) => {
        const of = 40 + Math.floor(random() * 200);
        return {
          id: String(id),
          of,
          count: Array.from({ length: of }, random).filter((x) => x < 0.15).length,
        };
      });
      const { figures } = funnel('proportion', points);
      beyond += figures.filter((figure) => figure.beyond !== null).length;
      if (figures.some(({ standing }) => standing !== 'not-told-apart')) runsWithClaim += 1;
    }
    // Beyond the 95 % lines lies about one in twenty: lines are for looking.
    expect(beyond / 6000).toBeGreaterThan(0.03);
    expect(beyond / 6000).toBeLessThan(0.07);
    expect(runsWithClaim).toBeLessThanOrEqual(9);
  });

  it('finds the school that does differ', () => {
    const points = Array.from({ length: 40 }, (_, id) => ({ id: String(id), of: 100, count: 14 + (id % 5) }));
    const { figures } = funnel('proportion', [...points, { id: 'other', of: 100, count: 45 }]);
    expect(figures.at(-1)).toMatchObject({ standing: 'above', beyond: '99.8' });
    expect(figures.filter(({ standing }) => standing === 'above')).toHaveLength(1);
  });

  it('refuses impossible figures', () => {
    expect(() => funnel('proportion', [{ id: 'a', count: 2, of: 1 }])).toThrow('at least as many');
    expect(() => funnel('rate', [{ id: 'a', count: -1, per: 1 }])).toThrow('whole number');
    expect(() => funnel('mean', [{ id: 'a', value: Number.NaN, standardError: 1 }])).toThrow('finite');
    expect(() => funnel('proportion', [{ id: 'a', count: 0, of: 9 }])).toThrow('at its limit');
    expect(() => funnel('proportion', [])).toThrow('needs a figure');
    expect(() => funnel('proportion', [schools[0]!, schools[0]!])).toThrow('once');
  });
});
