import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulatePanel } from '../__fixtures__/simulate-panel.ts';
import type { PanelRow } from '../panel/panel-row.ts';
import { doseSlope } from './dose-slope.ts';
import { matchedDifference } from './matched-difference.ts';
import { twoWayFixedEffects } from './two-way-fixed-effects.ts';

/** Rows of a school from its first year on. */
function school(
  id: string,
  values: readonly (number | null)[],
  joins?: readonly [group: string, year: number],
): PanelRow[] {
  return values.flatMap((value, year) =>
    value === null
      ? []
      : { school: id, year, value, group: joins?.[0] ?? null, treatedFrom: joins?.[1] ?? null },
  );
}

const plain = {
  matchOn: 'context',
  baseYears: 1,
  caliper: 99,
  neighbours: 99,
  bootstrap: false,
  draws: 50,
} as const;

describe('two schools that joined and two that did not, before and after', () => {
  // (46 − 40 + 55 − 50)/2 − (46 − 44 + 49 − 48)/2 = 5.5 − 1.5
  const rows = [
    ...school('a', [40, 46], ['A', 1]),
    ...school('b', [50, 55], ['B', 1]),
    ...school('c', [44, 46]),
    ...school('d', [48, 49]),
  ];

  it('differ by 4, worked by hand, in every way of working it out', () => {
    expect(matchedDifference(rows, plain).difference?.value).toBeCloseTo(4, 12);
    expect(twoWayFixedEffects(rows).value).toBeCloseTo(4, 12);
  });

  it('have the error of Welch: each school is a cluster', () => {
    // changes 6, 5 and 2, 1: variances 0.5 of 2 each
    const { clustered } = matchedDifference(rows, plain);
    expect(clustered!.standardError).toBeCloseTo(Math.sqrt(0.25 + 0.25), 12);
    expect(clustered!.degrees).toBeCloseTo(2, 10);
    expect(twoWayFixedEffects(rows).standardError).toBeCloseTo(Math.sqrt(0.5), 10);
  });
});

describe('groups that begin in different years', () => {
  // Schools that joined gain 1 in the first year, 3 in the second, 5 in the third; all gain 1 a year. Two-way fixed effects would be pulled by the early ones' growth.
  const gain = (year: number, joins: number) => (year >= joins ? 1 + 2 * (year - joins) : 0);
  const path = (level: number, joins = 99) =>
    Array.from({ length: 6 }, (_, year) => level + year + gain(year, joins));
  const rows = [
    ...school('e1', path(10, 2), ['early', 2]),
    ...school('e2', path(12, 2), ['early', 2]),
    ...school('l1', path(11, 4), ['late', 4]),
    ...school('l2', path(13, 4), ['late', 4]),
    ...school('n1', path(11)),
    ...school('n2', path(12)),
  ];
  const found = matchedDifference(rows, { ...plain, groups: ['early', 'late'] });

  it('give each group and year its own difference', () => {
    expect(
      found.groupTimes.map(({ treatedFrom, year, value }) => [treatedFrom, year, Number(value.toFixed(9))]),
    ).toEqual([
      [2, 2, 1],
      [2, 3, 3],
      [2, 4, 5],
      [2, 5, 7],
      [4, 4, 1],
      [4, 5, 3],
    ]);
    // two schools in each cell: (1 + 3 + 5 + 7 + 1 + 3) / 6
    expect(found.difference?.value).toBeCloseTo(20 / 6, 12);
    expect(found.byEventTime.map(({ eventTime, value }) => [eventTime, Number(value.toFixed(9))])).toEqual([
      [-4, 0],
      [-3, 0],
      [-2, 0],
      [-1, 0],
      [0, 1],
      [1, 3],
      [2, 5],
      [3, 7],
    ]);
  });

  it('are refused by two-way fixed effects', () => {
    expect(() => twoWayFixedEffects(rows)).toThrow(RangeError);
  });

  it('serve as comparison until they join themselves', () => {
    const early = matchedDifference(rows, { ...plain, groups: ['early'] });
    const use = (id: string) => early.schools.find((one) => one.school === id);
    expect(use('l1')).toMatchObject({ role: 'comparison', group: 'late' });
    expect(use('l1')!.weight).toBeLessThan(use('n1')!.weight);
    expect(early.difference?.value).toBeCloseTo(4, 12);
    const late = matchedDifference(rows, { ...plain, groups: ['late'] });
    expect(late.schools.find((one) => one.school === 'e1')).toMatchObject({
      role: 'left-out',
      why: 'in-a-group-itself',
    });
  });
});

describe('schools that cannot be used', () => {
  const rows = [
    ...school('late', [null, null, null, 5, 6], ['A', 3]),
    ...school('gone', [1, 2, 3, null, null], ['A', 3]),
    ...school('odd', [900, 900, 900, 900, 900], ['A', 3]),
    ...school('fine', [1, 2, 3, 5, 6], ['A', 3]),
    ...Array.from({ length: 6 }, (_, index) => school(`n${index}`, [1, 2, 3, 4, 5 + index / 10])).flat(),
    ...school('new', [null, null, null, 4, 5]),
  ];

  it('are named with the reason', () => {
    const { schools, difference, matches } = matchedDifference(rows, { draws: 20 });
    const why = Object.fromEntries(schools.map((one) => [one.school, one.why ?? one.role]));
    expect(why).toMatchObject({
      late: 'no-figures-before',
      gone: 'no-figures-after',
      odd: 'no-match',
      fine: 'joined',
      new: 'no-figures-before',
      n0: 'comparison',
      n5: 'not-among-the-nearest',
    });
    expect(matches.find((match) => match.school === 'odd')!.nearest).toBeGreaterThan(0.75);
    expect(difference).not.toBeNull();
  });

  it('leave nothing to estimate where there is no year before', () => {
    const found = matchedDifference([...school('a', [1, 2], ['A', 0]), ...school('b', [1, 2])]);
    expect(found.difference).toBeNull();
    expect(found.preTrend.status).toBe('not-checked');
    expect(found.schools[0]).toMatchObject({ role: 'left-out', why: 'no-figures-before' });
  });
});

it('gives the same whatever the order of the rows, and moves with what is added to the groups', () => {
  const rows = simulatePanel({ groups: 4, areas: 6 }, 11);
  const options = { draws: 99 };
  const found = matchedDifference(rows, options);
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (turned) => {
      expect(matchedDifference(turned, options)).toEqual(found);
    }),
    { numRuns: 3 },
  );
  const added = rows.map((row) =>
    row.treatedFrom != null && row.year >= row.treatedFrom ? { ...row, value: row.value + 5 } : row,
  );
  const moved = matchedDifference(added, options);
  expect(moved.difference!.value).toBeCloseTo(found.difference!.value + 5, 9);
  expect(moved.difference!.interval!.lower).toBeCloseTo(found.difference!.interval!.lower + 5, 9);
  expect(moved.matches).toEqual(found.matches);
});

it('moves the interval of few groups too, though others stand in for them', () => {
  const rows = simulatePanel({ groups: 1, areas: 30 }, 3);
  const added = rows.map((row) =>
    row.treatedFrom != null && row.year >= row.treatedFrom ? { ...row, value: row.value + 5 } : row,
  );
  const [found, moved] = [matchedDifference(rows), matchedDifference(added)];
  expect(found.permutation).toMatchObject({ exact: true, choices: 31 });
  expect(found.clustered).toBeNull();
  expect(moved.difference!.interval!.lower).toBeCloseTo(found.difference!.interval!.lower + 5, 6);
  expect(moved.difference!.interval!.upper).toBeCloseTo(found.difference!.interval!.upper + 5, 6);
  expect(moved.difference!.p).toBeLessThan(0.05);
});

it('asks other clusters about three groups where they are on record, and else the clusters of the groups themselves', () => {
  const known = matchedDifference(simulatePanel({ groups: 3, areas: 8 }, 4), { draws: 99 });
  expect([known.difference!.by, known.permutation!.choices]).toEqual(['permutation', 100]);
  const single = matchedDifference(simulatePanel({ groups: 3, areas: 8, areasKnown: false }, 4), {
    draws: 99,
  });
  expect([single.difference!.by, single.permutation]).toEqual(['clusters', null]);
});

it('counts groups that join one a year as witnesses of each other, none of them fitting itself', () => {
  const rows = simulatePanel({ groups: 4, areas: 12, waves: 4 }, 6);
  const { clustered } = matchedDifference(rows, { bootstrap: false });
  const together = matchedDifference(simulatePanel({ groups: 4, areas: 12 }, 6), {
    bootstrap: false,
  }).clustered;
  expect(clustered!.degrees).toBeLessThan(9);
  expect(clustered!.standardError).toBeGreaterThan(together!.standardError / 2);
});

it('has no cluster-robust error where all comparison schools are one cluster', () => {
  const rows = simulatePanel({ groups: 4, areas: 6 }, 6).map((row) =>
    row.group === null ? { ...row, cluster: 'one' } : row,
  );
  const found = matchedDifference(rows, { bootstrap: false });
  expect(found.clustered).toBeNull();
  expect(found.difference).toMatchObject({ interval: null, p: null });
});

it('allows one group to share swings where schools are exchanged one by one', () => {
  const rows = simulatePanel({ groups: 1, areas: 12, areasKnown: false }, 5);
  const wide = matchedDifference(rows, { draws: 199 });
  const narrow = matchedDifference(rows, { draws: 199, sharedSwings: 0 });
  expect(wide.exchange).toBe('schools');
  const width = ({ interval }: NonNullable<typeof wide.difference>) => interval!.upper - interval!.lower;
  const size = wide.schools.filter(({ role }) => role === 'joined').length;
  expect(width(wide.difference!) / width(narrow.difference!)).toBeCloseTo(Math.sqrt(1 + (size - 1) / 5), 1);
});

it('sees a drift before joining, and says how slight a one could be missed', () => {
  const rising = matchedDifference(simulatePanel({ groups: 10, trend: 1 }, 2), { bootstrap: false });
  expect(rising.preTrend.status).toBe('apart');
  expect(rising.preTrend.slope).toBeGreaterThan(0.5);
  const still = matchedDifference(simulatePanel({ groups: 10 }, 2), { bootstrap: false }).preTrend;
  expect(still.status).toBe('none-seen');
  // three years after, three before: from −2 to +1
  expect(still.exposure).toBeCloseTo(3, 12);
  expect(still.hiddenDifference).toBeCloseTo(3 * still.detectableSlope!, 12);
});

it('has no slope on level below four groups, and that of least squares from four on', () => {
  const rows = [0, 1, 2, 3].map((dose) => ({ cluster: `g${dose}`, dose, value: 2 * dose + (dose % 2) }));
  expect(doseSlope(rows)?.value).toBeCloseTo(2.2, 12);
  expect(doseSlope(rows.slice(1))).toBeNull();
  expect(doseSlope(rows.map((row) => ({ ...row, dose: 1 })))).toBeNull();
});

it.each([
  ['two rows for a year', [...school('a', [1]), ...school('a', [2])]],
  ['a group without a year', [{ school: 'a', year: 1, value: 1, group: 'A' }]],
  ['a figure that is none', [{ school: 'a', year: 1, value: Number.NaN }]],
  [
    'a school in two groups',
    [...school('a', [1], ['A', 1]), { school: 'a', year: 1, value: 1, group: 'B', treatedFrom: 1 }],
  ],
  ['no rows', []],
])('refuses %s', (_, rows) => {
  expect(() => matchedDifference(rows)).toThrow(RangeError);
});
