import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { seededRandom } from '../resampling/seeded-random.ts';
import { etaSquared } from '../segregation/exposure.ts';
import { decomposeGap, type GroupsAtSchool } from './decompose-gap.ts';

const side = fc.record({ students: fc.nat(40), mean: fc.integer({ min: -50, max: 90 }) });
const schools = fc.array(fc.record({ compared: side, others: side }), { minLength: 1, maxLength: 12 });

describe('decomposition of a gap', () => {
  it('worked by hand: a gap of 10 at each school, of 5 over all', () => {
    const found = decomposeGap([
      { compared: { students: 10, mean: 30 }, others: { students: 30, mean: 40 } },
      { compared: { students: 30, mean: 40 }, others: { students: 10, mean: 50 } },
    ])!;
    expect([found.total.value, found.within.value, found.between.value, found.sameSchool?.value]).toEqual([
      5, 7.5, -2.5, 10,
    ]);
    expect(found.schoolsWithBoth).toBe(2);
  });

  it('at schools with one group each it is all between; with one school all within', () => {
    const apart = decomposeGap([
      { compared: { students: 4, mean: 30 }, others: { students: 0, mean: Number.NaN } },
      { compared: { students: 0, mean: 0 }, others: { students: 9, mean: 40 } },
    ])!;
    expect(apart).toMatchObject({
      total: { value: 10 },
      within: { value: 0 },
      between: { value: 10 },
      sameSchool: null,
    });
    const one = decomposeGap([{ compared: { students: 4, mean: 30 }, others: { students: 5, mean: 40 } }])!;
    expect(one).toMatchObject({
      total: { value: 10, interval: null },
      within: { value: 10 },
      between: { value: 0 },
    });
    expect(
      decomposeGap([{ compared: { students: 4, mean: 30 }, others: { students: 0, mean: 0 } }]),
    ).toBeNull();
    expect(decomposeGap([])).toBeNull();
    expect(() =>
      decomposeGap([{ compared: { students: -4, mean: 30 }, others: { students: 0, mean: 0 } }]),
    ).toThrow(RangeError);
  });

  it('adds up to the gap, and within is the same-school gap × (1 − eta²)', () => {
    fc.assert(
      fc.property(schools, (all) => {
        const found = decomposeGap(all);
        fc.pre(found !== null);
        const mean = (of: 'compared' | 'others') =>
          all.reduce((sum, one) => sum + one[of].students * one[of].mean, 0) /
          all.reduce((sum, one) => sum + one[of].students, 0);
        expect(found.within.value + found.between.value).toBeCloseTo(found.total.value, 10);
        expect(found.total.value).toBeCloseTo(mean('others') - mean('compared'), 9);
        const eta = etaSquared(
          all.map(({ compared, others }) => ({
            group: compared.students,
            total: compared.students + others.students,
          })),
        )!;
        if (found.sameSchool !== null)
          expect(found.within.value).toBeCloseTo(found.sameSchool.value * (1 - eta), 9);
      }),
    );
  });

  it('order changes no digit, an offset of a million none that counts', () => {
    fc.assert(
      fc.property(schools, (all) => {
        const found = decomposeGap(all);
        expect(decomposeGap([...all].reverse())).toEqual(found);
        fc.pre(found !== null);
        const moved = (one: GroupsAtSchool['compared']) => ({ ...one, mean: one.mean + 1e6 });
        const far = decomposeGap(
          all.map(({ compared, others }) => ({ compared: moved(compared), others: moved(others) })),
        )!;
        expect(far.between.value).toBeCloseTo(found.between.value, 8);
        expect(far.within.value).toBeCloseTo(found.within.value, 8);
      }),
    );
  });

  it('intervals cover the parts that more such schools would have', () => {
    const random = seededRandom(21);
    const normal = () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
    const city = (count: number): GroupsAtSchool[] =>
      Array.from({ length: count }, () => {
        // the more of the group at a school, the lower its level; the gap at each school is about 6
        const share = 0.05 + 0.5 * random();
        const level = 50 - 20 * share + 2 * normal();
        const compared = Math.round(150 * share);
        return {
          compared: { students: compared, mean: level - 6 + 2 * normal() },
          others: { students: 150 - compared, mean: level + normal() },
        };
      });
    const truth = decomposeGap(city(40_000))!;
    const worlds = 300;
    const covered = { total: 0, within: 0, between: 0 };
    for (let world = 0; world < worlds; world += 1) {
      const found = decomposeGap(city(25))!;
      for (const name of ['total', 'within', 'between'] as const) {
        const { lower, upper } = found[name].interval!;
        if (lower <= truth[name].value && truth[name].value <= upper) covered[name] += 1;
      }
    }
    for (const name of ['total', 'within', 'between'] as const)
      expect(covered[name] / worlds, name).toBeGreaterThan(0.89);
  });
});
