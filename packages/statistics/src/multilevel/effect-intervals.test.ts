import { describe, expect, it } from 'vitest';
import { seededRandom } from '../resampling/seeded-random.ts';
import { simulatedSchools } from './__fixtures__/simulated-schools.ts';
import { effectIntervals } from './effect-intervals.ts';
import { fitMultilevel } from './fit-multilevel.ts';
import { mixtureInterval } from './mixture-interval.ts';
import { overlapIntervals } from './overlap-intervals.ts';

const nightly = process.env.COLLEGIAL_NIGHTLY === '1';

/** Share of true effects within their intervals, and its standard error over worlds. */
function coverage(schools: number, intraclass: number, sizes: [number, number], worlds: number) {
  const random = seededRandom(7);
  const shares = Array.from({ length: worlds }, () => {
    const { statistics, effects } = simulatedSchools(random, { schools, intraclass, sizes });
    const found = effectIntervals(statistics, fitMultilevel(statistics));
    const covered = found.filter(({ path, lower, upper }) => {
      const [effect] = effects.get(path[0]!)!;
      return lower <= effect && effect <= upper;
    });
    return covered.length / schools;
  });
  const share = shares.reduce((sum, value) => sum + value, 0) / worlds;
  const variance = shares.reduce((sum, value) => sum + (value - share) ** 2, 0) / (worlds - 1);
  return { share, error: Math.sqrt(variance / worlds) };
}

describe('95 % intervals for true school effects cover 93–97 %', () => {
  const designs = [50, 150, 500].flatMap((schools) =>
    [0.1, 0.2].map((intraclass) => ({ schools, intraclass })),
  );

  it.each(nightly ? designs : designs.filter(({ schools }) => schools < 500))(
    '$schools schools, intraclass correlation $intraclass',
    { timeout: 600_000 },
    ({ schools, intraclass }) => {
      const worlds = nightly ? Math.round(40_000 / schools) : Math.round(2000 / schools);
      const { share, error } = coverage(schools, intraclass, [20, 180], worlds);
      expect(share).toBeGreaterThan(0.93 - (nightly ? 0 : 2 * error));
      expect(share).toBeLessThan(0.97 + (nightly ? 0 : 2 * error));
    },
  );

  it('also where a fit to ten schools finds no variance, which comparative deviations of 0 do not', () => {
    const { share, error } = coverage(10, 0.03, [10, 40], nightly ? 1000 : 120);
    expect(share).toBeGreaterThan(0.92 - 2 * error);
    expect(share).toBeLessThan(0.98);
  });
});

it('intervals for slopes cover the true ones', { timeout: 600_000 }, () => {
  const random = seededRandom(13);
  const worlds = nightly ? 200 : 4;
  const shares = Array.from({ length: worlds }, () => {
    const { statistics, effects } = simulatedSchools(random, {
      schools: 50,
      intraclass: 0.15,
      sizes: [20, 80],
      slopes: 0.15,
    });
    const fit = fitMultilevel(statistics, { random: { school: { columns: ['intercept', 'prior'] } } });
    const covered = effectIntervals(statistics, fit, { column: 'prior' }).filter(({ path, lower, upper }) => {
      const [, slope] = effects.get(path[0]!)!;
      return lower <= slope && slope <= upper;
    });
    return covered.length / 50;
  });
  const share = shares.reduce((sum, value) => sum + value, 0) / worlds;
  expect(share).toBeGreaterThan(nightly ? 0.925 : 0.85);
  expect(share).toBeLessThan(nightly ? 0.97 : 1);
});

it('carries what comparative deviations leave out: wider with few schools, the same with many', () => {
  const ratio = (schools: number) => {
    const { statistics } = simulatedSchools(seededRandom(5), { schools, intraclass: 0.1, sizes: [60, 60] });
    const fit = fitMultilevel(statistics);
    const sds = fit.effects[0]!.groups.map(({ comparativeSds }) => comparativeSds[0]!);
    const ratios = effectIntervals(statistics, fit).map(
      ({ lower, upper }, index) => (upper - lower) / (2 * 1.959964 * sds[index]!),
    );
    return ratios.reduce((sum, value) => sum + value, 0) / schools;
  };
  expect(ratio(8)).toBeGreaterThan(1.15);
  expect(ratio(400)).toBeGreaterThan(1);
  expect(ratio(400)).toBeLessThan(1.03);
});

it('gives the effect at a place, of a slope, and by ML; and refuses what is not there', () => {
  const { statistics } = simulatedSchools(seededRandom(6), { schools: 30, intraclass: 0.2, sizes: [20, 60] });
  const random = { school: { columns: ['intercept', 'prior'] } };
  const fit = fitMultilevel(statistics, { random });
  const [group] = fit.effects[0]!.groups;
  const first = (options: Parameters<typeof effectIntervals>[2]) =>
    effectIntervals(statistics, fit, options)[0]!;
  expect(first({ column: 'prior' }).estimate).toBe(group!.estimates[1]);
  expect(first({ at: { prior: 2 } }).estimate).toBeCloseTo(
    group!.estimates[0]! + 2 * group!.estimates[1]!,
    12,
  );
  expect(first({}).estimate).toBe(group!.estimates[0]);
  const wide = first({ confidence: 0.99 });
  expect(wide.upper - wide.lower).toBeGreaterThan(first({}).upper - first({}).lower);
  const ml = effectIntervals(statistics, fitMultilevel(statistics, { random, method: 'ML' }))[0]!;
  expect(ml.upper).toBeCloseTo(first({}).upper, 3);
  expect(() => first({ column: 'age' })).toThrow(/no random effect of age/);
  expect(() => first({ level: 'class' })).toThrow(/class/);
});

describe('mixtureInterval', () => {
  it('of one part is the t interval, and of two far apart reaches into both', () => {
    const one = mixtureInterval([{ weight: 1, mean: 3, sd: 2 }], 10, 0.975);
    expect(one.upper).toBeCloseTo(3 + 2 * 2.228138851986274, 7);
    expect(one.lower).toBeCloseTo(3 - 2 * 2.228138851986274, 7);
    const parts = [
      { weight: 0.5, mean: 0, sd: 1 },
      { weight: 0.5, mean: 100, sd: 1 },
    ];
    const two = mixtureInterval(parts, 1e6, 0.975);
    // the 5 % point of the first, the 95 % point of the second
    expect(two.lower).toBeCloseTo(-1.6448545, 4);
    expect(two.upper).toBeCloseTo(101.6448545, 4);
    expect(two.mean).toBe(50);
  });

  it('follows the t distribution just above where it is approximated', () => {
    const { upper } = mixtureInterval([{ weight: 1, mean: 0, sd: 1 }], 60, 0.975);
    expect(upper).toBeCloseTo(2.000297821, 4);
  });
});

it('overlap intervals of equal deviations just touch where the difference is just significant', () => {
  const difference = 1.959963984540054 * Math.SQRT2;
  const [low, high] = overlapIntervals([
    { estimate: 0, standardDeviation: 1 },
    { estimate: difference, standardDeviation: 1 },
  ]);
  expect(low!.upper).toBeCloseTo(high!.lower, 12);
  expect(low!.upper).toBeCloseTo(1.3859, 4);
});
