import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decomposeInformation } from './decompose-information.ts';
import { entropyOf } from './divergence.ts';
import { interaction } from './exposure.ts';
import { segregationCurve } from './gini.ts';
import { atkinson } from './hutchens.ts';
import { entropy } from './information.ts';
import { multigroupSegregation } from './multigroup.ts';
import type { SchoolCounts } from './school-table.ts';
import { segregation, segregationIndexNames } from './segregation.ts';

const school = fc
  .tuple(fc.nat(400), fc.nat(400))
  .map(([group, others]): SchoolCounts => ({ group, total: group + others }));
const schools = fc.array(school, { minLength: 1, maxLength: 25 });
/** With students in the group and outside it. */
const mixed = schools.filter((all) => {
  const group = all.reduce((sum, one) => sum + one.group, 0);
  return group > 0 && group < all.reduce((sum, one) => sum + one.total, 0);
});
const close = (found: number | null, expected: number | null, what: string) =>
  expect(Math.abs(found! - expected!), what).toBeLessThanOrEqual(1e-12 * Math.max(1e-3, Math.abs(expected!)));

describe('worked by hand', () => {
  // 40 of 200 in the group: a school with 30 of 100, another with 10 of 100
  const found = segregation([
    { group: 30, total: 100 },
    { group: 10, total: 100 },
  ]);
  it.each([
    ['dissimilarity', (Math.abs(30 / 40 - 70 / 160) + Math.abs(10 / 40 - 90 / 160)) / 2],
    ['gorard', (Math.abs(30 / 40 - 1 / 2) + Math.abs(10 / 40 - 1 / 2)) / 2],
    ['isolation', (30 * 0.3 + 10 * 0.1) / 40],
    ['etaSquared', (0.25 - 0.2) / 0.8],
    ['mutualInformation', entropyOf([40, 160]) - (entropyOf([30, 70]) + entropyOf([10, 90])) / 2],
    ['theil', 1 - (entropyOf([30, 70]) + entropyOf([10, 90])) / 2 / entropyOf([40, 160])],
    ['hutchens', 1 - (Math.sqrt(30 * 70) + Math.sqrt(10 * 90)) / Math.sqrt(40 * 160)],
    ['gini', (2 * 100 * 100 * 0.2) / (2 * 200 * 200 * 0.2 * 0.8)],
  ] as const)('%s', (name, expected) => {
    expect(found[name]).toBeCloseTo(expected, 13);
  });

  it('says what it counted, and leaves out schools without students', () => {
    expect(found).toMatchObject({ schools: 2, students: 200, group: 40, share: 0.2 });
    expect(segregation([{ group: 0, total: 0 }])).toMatchObject({
      schools: 0,
      share: null,
      dissimilarity: null,
      isolation: null,
    });
    expect(segregation([{ group: 0, total: 9 }])).toMatchObject({
      theil: null,
      mutualInformation: 0,
      gorard: null,
    });
    expect(segregation([{ group: 9, total: 9 }])).toMatchObject({
      hutchens: null,
      gini: null,
      isolation: 1,
      gorard: 0,
    });
    expect(segregation([{ group: 3, total: 9 }])).toMatchObject({
      dissimilarity: 0,
      theil: 0,
      gini: 0,
      hutchens: 0,
    });
  });

  it('Atkinson with another b, from its formula', () => {
    const sum = (70 / 160) ** 0.7 * (30 / 40) ** 0.3 + (90 / 160) ** 0.7 * (10 / 40) ** 0.3;
    const two = [
      { group: 30, total: 100 },
      { group: 10, total: 100 },
    ];
    expect(atkinson(two, 0.3)).toBeCloseTo(1 - sum ** (1 / 0.7), 13);
    expect(() => atkinson(two, 1)).toThrow(RangeError);
  });

  it('refuses counts that make no sense', () => {
    expect(() => segregation([{ group: 5, total: 4 }])).toThrow(/more than all/);
    expect(() => segregation([{ group: -1, total: 4 }])).toThrow(/0 or more/);
    expect(() => segregation([{ group: 1, total: Number.NaN }])).toThrow(RangeError);
  });
});

describe('properties', () => {
  it('every index lies between an even spread and schools without both', () => {
    fc.assert(
      fc.property(mixed, (all) => {
        const found = segregation(all);
        for (const name of segregationIndexNames) {
          expect(found[name], name).toBeGreaterThanOrEqual(0);
          expect(found[name], name).toBeLessThanOrEqual(1);
        }
        expect(found.gorard).toBeLessThanOrEqual(1 - found.share! + 1e-12);
        expect(found.gini! - found.dissimilarity!).toBeGreaterThanOrEqual(-1e-12);
        expect(found.isolation).toBeGreaterThanOrEqual(found.share! - 1e-12);
      }),
    );
    const apart = segregation([
      { group: 7, total: 7 },
      { group: 0, total: 3 },
      { group: 0, total: 8 },
    ]);
    for (const name of [
      'dissimilarity',
      'isolation',
      'etaSquared',
      'theil',
      'hutchens',
      'gini',
      'atkinson',
    ] as const)
      expect(apart[name], name).toBeCloseTo(1, 12);
    expect(apart.gorard).toBeCloseTo(11 / 18, 12);
  });

  it('order changes no digit, and a school without students nothing', () => {
    fc.assert(
      fc.property(schools, fc.infiniteStream(fc.nat()), (all, keys) => {
        const shuffled = all
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(segregation([...shuffled, { group: 0, total: 0 }])).toEqual(segregation(all));
      }),
    );
  });

  it('GS = D (1 − P), M = H × entropy, isolation + interaction = 1, and eta² is isolation without P', () => {
    fc.assert(
      fc.property(mixed, (all) => {
        const { gorard, dissimilarity, share, mutualInformation, theil, isolation, etaSquared } =
          segregation(all);
        close(gorard, dissimilarity! * (1 - share!), 'GS');
        close(mutualInformation, theil! * entropy(all)!, 'M');
        close(isolation! + interaction(all)!, 1, 'exposure');
        expect(etaSquared).toBeCloseTo((isolation! - share!) / (1 - share!), 11);
      }),
    );
  });

  it('schools with the same share count as one (organisational equivalence)', () => {
    fc.assert(
      fc.property(mixed, fc.integer({ min: 2, max: 5 }), (all, parts) => {
        const split = all.flatMap(({ group, total }) =>
          Array.from({ length: parts }, () => ({ group, total })),
        );
        const whole = all.map(({ group, total }) => ({ group: group * parts, total: total * parts }));
        const [found, expected] = [segregation(split), segregation(whole)];
        for (const name of segregationIndexNames) close(found[name], expected[name], name);
      }),
    );
  });

  it('D, Gini, Hutchens and Atkinson do not change when the group grows alike everywhere; of GS and H that is not so', () => {
    const grown = (all: readonly SchoolCounts[], factor: number) =>
      all.map(({ group, total }) => ({ group: group * factor, total: total + group * (factor - 1) }));
    fc.assert(
      fc.property(mixed, fc.integer({ min: 2, max: 9 }), (all, factor) => {
        const [found, expected] = [segregation(grown(all, factor)), segregation(all)];
        for (const name of ['dissimilarity', 'gini', 'hutchens', 'atkinson'] as const)
          close(found[name], expected[name], name);
      }),
    );
    const two = [
      { group: 1, total: 10 },
      { group: 4, total: 10 },
    ];
    expect(segregation(grown(two, 3)).gorard).not.toBeCloseTo(segregation(two).gorard!, 3);
    expect(segregation(grown(two, 3)).theil).not.toBeCloseTo(segregation(two).theil!, 3);
  });

  it('does not change when everybody is counted a million times', () => {
    fc.assert(
      fc.property(mixed, (all) => {
        const many = all.map(({ group, total }) => ({ group: group * 1e6, total: total * 1e6 }));
        const [found, expected] = [segregation(many), segregation(all)];
        for (const name of segregationIndexNames) close(found[name], expected[name], name);
      }),
    );
  });

  it('falls when two students change places towards a more even spread (transfers); D may stay', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ group: fc.integer({ min: 0, max: 60 }), others: fc.integer({ min: 0, max: 60 }) }),
          {
            minLength: 2,
            maxLength: 12,
          },
        ),
        (rows) => {
          const all = rows
            .map(({ group, others }) => ({ group, total: group + others }))
            .filter(({ total }) => total > 0);
          const byShare = [...all].sort((a, b) => a.group / a.total - b.group / b.total);
          const [low, high] = [byShare[0], byShare.at(-1)];
          // after the exchange the poorer school must still be the poorer one
          fc.pre(low !== undefined && high !== undefined && low !== high);
          fc.pre((high.group - 1) / high.total >= (low.group + 1) / low.total && low.group < low.total);
          const after = all.map((one) =>
            one === low
              ? { ...one, group: one.group + 1 }
              : one === high
                ? { ...one, group: one.group - 1 }
                : one,
          );
          const [before, less] = [segregation(all), segregation(after)];
          for (const name of ['gini', 'hutchens', 'theil', 'etaSquared'] as const)
            expect(less[name]!, name).toBeLessThan(before[name]!);
          expect(less.dissimilarity!).toBeLessThanOrEqual(before.dissimilarity! + 1e-12);
        },
      ),
    );
  });

  it('keeps its digits where schools are almost alike', () => {
    // shares 0.5 ± 1e-6: M = 2 d² to first order
    const { mutualInformation, hutchens } = segregation([
      { group: 500_001, total: 1_000_000 },
      { group: 499_999, total: 1_000_000 },
    ]);
    expect(mutualInformation! / 2e-12).toBeCloseTo(1, 9);
    expect(hutchens! / 0.5e-12).toBeCloseTo(4, 9);
  });
});

describe('segregation curve', () => {
  it('has D as its greatest distance below the diagonal and Gini as twice the area', () => {
    fc.assert(
      fc.property(mixed, (all) => {
        const curve = segregationCurve(all);
        expect(curve[0]).toEqual({ others: 0, group: 0 });
        expect(curve.at(-1)).toEqual({ others: 1, group: 1 });
        const { dissimilarity, gini } = segregation(all);
        expect(Math.max(...curve.map(({ others, group }) => others - group))).toBeCloseTo(dissimilarity!, 11);
        const below = curve.slice(1).reduce((sum, { others, group }, index) => {
          const before = curve[index]!;
          return sum + ((others - before.others) * (group + before.group)) / 2;
        }, 0);
        expect(1 - 2 * below).toBeCloseTo(gini!, 11);
      }),
    );
    expect(segregationCurve([{ group: 0, total: 5 }])).toEqual([]);
  });
});

describe('several groups', () => {
  const counts = fc.array(fc.tuple(fc.nat(90), fc.nat(90), fc.nat(90)), { minLength: 1, maxLength: 12 });

  it('of two is the same as two groups', () => {
    fc.assert(
      fc.property(mixed, (all) => {
        const found = multigroupSegregation(all.map(({ group, total }) => [group, total - group]))!;
        const expected = segregation(all);
        for (const name of ['dissimilarity', 'theil', 'mutualInformation'] as const)
          close(found[name], expected[name], name);
      }),
    );
  });

  it('does not depend on the order of schools', () => {
    fc.assert(
      fc.property(counts, (all) => {
        expect(multigroupSegregation([...all].reverse())).toEqual(multigroupSegregation(all));
      }),
    );
  });

  it('M and H of all schools are those between areas and within them', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            area: fc.constantFrom('north', 'south', 'west'),
            counts: fc.tuple(fc.nat(90), fc.nat(90), fc.nat(90)),
          }),
          {
            minLength: 1,
            maxLength: 15,
          },
        ),
        (all) => {
          const found = decomposeInformation(all);
          fc.pre(found !== null);
          const { total, between, within } = found;
          expect(between.mutualInformation + within.mutualInformation).toBeCloseTo(
            total.mutualInformation,
            12,
          );
          if (total.theil !== null) expect(between.theil! + within.theil!).toBeCloseTo(total.theil, 11);
        },
      ),
    );
  });

  it('worked by hand: two areas, alike within, apart from each other', () => {
    const found = decomposeInformation([
      { area: 'north', counts: [10, 0] },
      { area: 'north', counts: [20, 0] },
      { area: 'south', counts: [0, 30] },
    ])!;
    expect(found.between.theil).toBeCloseTo(1, 14);
    expect(found.within.mutualInformation).toBe(0);
    expect(found.areas.map(({ area, share, theil }) => [area, share, theil])).toEqual([
      ['north', 0.5, null],
      ['south', 0.5, null],
    ]);
    expect(decomposeInformation([])).toBeNull();
    expect(() => multigroupSegregation([[1, 2], [1]])).toThrow(/each group/);
    expect(() => multigroupSegregation([[1, -2]])).toThrow(RangeError);
  });
});
