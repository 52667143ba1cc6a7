import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSchools } from './__fixtures__/random-schools.ts';
import type { GroupSuggestions } from './group-suggestions.ts';
import { suggestGroups } from './suggest-groups.ts';
import type { SchoolRow } from './table/school-row.ts';

const row = (id: string, attainment: number | null, rest: Partial<SchoolRow> = {}): SchoolRow => ({
  id,
  name: id,
  attainment,
  ...rest,
});
const groupsOf = ({ proposals }: GroupSuggestions, index = 0) =>
  proposals[index]!.groups.map(({ schools }) => schools);

describe('a case worked by hand', () => {
  // Attainment 10, 20, 30, 40 in two groups of two. Mean 25, sum of squares 500. Pairs: 10+40 and 20+30 have the same mean 25
  // (0 between), 10+30 and 20+40 lie 5 either side (4 × 25 = 100 of 500), 10+20 and 30+40 10 either side (400 of 500).
  const schools = [row('a', 10), row('b', 20), row('c', 30), row('d', 40)];
  const size = { min: 2, max: 2 };

  it('when only likeness counts, the means are the same', async () => {
    const result = await suggestGroups(schools, {
      size,
      weights: { mixed: 0 },
      alternatives: 3,
      difference: 0.1,
    });
    expect(groupsOf(result)).toEqual([
      ['a', 'd'],
      ['b', 'c'],
    ]);
    expect(result.proposals.map(({ objectives }) => objectives[0]?.value)).toEqual([
      expect.closeTo(0, 12),
      expect.closeTo(0.2, 12),
      expect.closeTo(0.8, 12),
    ]);
    // Lots give each of the three equally often: (0 + 0.2 + 0.8) / 3, drawn 300 times.
    expect(result.objectives[0]?.lots).toBeCloseTo(1 / 3, 1);
    expect(result.proposals[0]?.objectives[0]?.givenUp).toBe(0);
    expect(result.proposals[2]?.difference).toBe(1);
  });

  it('the groups tell mean, spread and range', async () => {
    const { proposals } = await suggestGroups(schools, { size, weights: { mixed: 0 } });
    expect(proposals[0]?.groups[0]?.attainment).toEqual({
      known: 2,
      mean: 25,
      standardDeviation: Math.sqrt(450),
      lowest: 10,
      highest: 40,
    });
  });

  it('strengths are put beside needs, and what no one can help with is named', async () => {
    const result = await suggestGroups(
      [
        row('a', null, { areas: { music: 1 } }),
        row('b', null, { areas: { music: 0.5 } }),
        row('c', null, { areas: { music: -1, art: -1 } }),
        row('d', null, { areas: { music: -0.5 } }),
      ],
      { size },
    );
    expect(groupsOf(result)).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
    // Needs: 1 + 1 + 0.5 = 2.5; only art, 1, is not met.
    expect(result.proposals[0]?.objectives).toEqual([
      { objective: 'complement', value: expect.closeTo(0.4, 12), givenUp: 0 },
    ]);
    expect(result.proposals[0]?.groups[0]).toMatchObject({
      help: [{ area: 'music', from: ['a'], to: ['c'] }],
      unmet: [{ area: 'art', schools: ['c'] }],
    });
  });

  it('the example of the documentation', async () => {
    const example = [52, 31, 47, 35, 50, 33].map((attainment, index) => row(`s${index + 1}`, attainment));
    const { proposals, method } = await suggestGroups(example, { size: { min: 3, max: 3 }, alternatives: 2 });
    expect(proposals[0]?.groups.map((group) => group.attainment?.mean)).toEqual([40, 128 / 3]);
    expect(method).toBe('exact');
  });
});

describe('whatever the schools', () => {
  const parameters = { numRuns: 8 };
  const city = fc.record({ count: fc.integer({ min: 8, max: 13 }), seed: fc.integer({ min: 1, max: 9999 }) });

  it('every school is in one group, sizes hold, and proposals differ as asked for', async () => {
    await fc.assert(
      fc.asyncProperty(city, async ({ count, seed }) => {
        const schools = randomSchools(count, seed);
        const result = await suggestGroups(schools, { size: { min: 3, max: 5 }, difference: 0.4 });
        for (const [index, { groups, difference }] of result.proposals.entries()) {
          expect(groups.flatMap((group) => group.schools).sort()).toEqual(schools.map(({ id }) => id));
          for (const group of groups) expect([3, 4, 5]).toContain(group.schools.length);
          if (index > 0) expect(difference).toBeGreaterThanOrEqual(0.4);
        }
        expect(result.proposals[0]!.score).toBeLessThanOrEqual(
          Math.min(...result.proposals.map(({ score }) => score)) + 1e-12,
        );
      }),
      parameters,
    );
  });

  it('the order of the schools changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(city, async ({ count, seed }) => {
        const schools = randomSchools(count, seed);
        const other = [...schools].sort((one, two) => (one.attainment ?? 0) - (two.attainment ?? 0));
        const options = { size: { min: 3, max: 5 }, seed };
        expect(await suggestGroups(other, options)).toEqual(await suggestGroups(schools, options));
      }),
      parameters,
    );
  });

  it('other ids give the same groups under other ids', async () => {
    await fc.assert(
      fc.asyncProperty(city, async ({ count, seed }) => {
        const schools = randomSchools(count, seed);
        const renamed = (id: string) => `x${999 - Number(id.slice(1))}`;
        const options = { size: { min: 3, max: 5 }, seed };
        const before = await suggestGroups(schools, options);
        const after = await suggestGroups(
          schools.map((school) => ({ ...school, id: renamed(school.id) })),
          options,
        );
        const sets = (result: GroupSuggestions, name = (id: string) => id) =>
          result.proposals.map(({ groups }) =>
            groups.map(({ schools: ids }) => ids.map(name).sort().join()).sort(),
          );
        expect(sets(after)).toEqual(sets(before, renamed));
        expect(after.proposals.map(({ score }) => score)).toEqual(before.proposals.map(({ score }) => score));
      }),
      parameters,
    );
  });

  it('what must be together is, what must not is not, nobody is farther than asked for, and kept ties are kept', async () => {
    await fc.assert(
      fc.asyncProperty(city, async ({ count, seed }) => {
        const schools = randomSchools(count, seed).map((school, index) => ({
          ...school,
          group: index < 2 ? 'kept' : null,
        }));
        const options = {
          size: { min: 3, max: 6 },
          together: [['s003', 's004']],
          apart: [['s005', 's006', 's007']],
          maxDistance: 14,
          existingTies: 'keep' as const,
        };
        let result: GroupSuggestions;
        try {
          result = await suggestGroups(schools, options);
        } catch (error) {
          expect(error).toMatchObject({ code: 'grouping.infeasible', proved: true });
          return;
        }
        for (const { groups } of result.proposals) {
          const of = (id: string) => groups.findIndex((group) => group.schools.includes(id));
          expect(of('s001')).toBe(of('s002'));
          expect(of('s003')).toBe(of('s004'));
          expect(new Set(['s005', 's006', 's007'].map(of)).size).toBe(3);
          for (const group of groups) expect(group.widestDistance).toBeLessThanOrEqual(14);
        }
      }),
      parameters,
    );
  });
});

describe('more schools than can be searched exactly', () => {
  it('hold every condition, in the same way for the same seed', async () => {
    const schools = randomSchools(30, 5);
    const options = {
      maxDistance: 10,
      together: [['s001', 's002', 's003'].slice(0, 1)],
      apart: [['s010', 's011']],
      effort: 0.1,
    };
    const result = await suggestGroups(schools, options);
    expect(result.method).toBe('search');
    expect(result.objectives.every(({ bestIsExact }) => !bestIsExact)).toBe(true);
    expect(result.proposals).toHaveLength(3);
    for (const { groups, score } of result.proposals) {
      expect(score).toBeLessThan(0.8);
      for (const group of groups) {
        expect(group.schools.length).toBeGreaterThanOrEqual(4);
        expect(group.schools.length).toBeLessThanOrEqual(6);
        expect(group.widestDistance).toBeLessThanOrEqual(10);
        expect(group.schools.includes('s010') && group.schools.includes('s011')).toBe(false);
      }
    }
    expect(await suggestGroups([...schools].reverse(), options)).toEqual(result);
  });

  it('a search is stopped by its signal with its reason, and tells how far it is', async () => {
    const controller = new AbortController();
    const shares: number[] = [];
    const reason = new Error('enough');
    const search = suggestGroups(randomSchools(60, 3), {
      signal: controller.signal,
      effort: 50,
      onProgress: ({ share }) => {
        shares.push(share);
        if (shares.length === 3) controller.abort(reason);
      },
    });
    await expect(search).rejects.toBe(reason);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
  });
});

describe('what counts', () => {
  it('what leans to short ways is closer together than the first, and says at what price', async () => {
    const { proposals } = await suggestGroups(randomSchools(14, 21), {
      size: { min: 3, max: 5 },
      difference: 0.3,
    });
    const leaning = proposals.find((proposal) => proposal.leaning === 'distance')!;
    const kilometres = (index: number) =>
      proposals[index]!.objectives.find(({ objective }) => objective === 'distance')!.value;
    expect(kilometres(proposals.indexOf(leaning))).toBeLessThan(kilometres(0));
    expect(leaning.score).toBeGreaterThan(proposals[0]!.score);
    expect(leaning.words.at(-1)).toMatch(/closer together \(\d.*at the price of/);
  });

  it('ties that are encouraged are kept when nothing else counts, and are nothing when ignored', async () => {
    const schools = randomSchools(10, 4).map((school, index) => ({
      ...school,
      group: index < 3 ? 'G' : null,
    }));
    const size = { min: 3, max: 5 };
    const only = { alike: 0, mixed: 0, complement: 0, distance: 0 };
    const [tied, ignored] = await Promise.all([
      suggestGroups(schools, { size, weights: only }),
      suggestGroups(schools, { size, existingTies: 'ignore' }),
    ]);
    expect(tied.objectives.map(({ objective }) => objective)).toEqual(['ties']);
    expect(tied.proposals[0]?.objectives[0]?.givenUp).toBe(0);
    expect(ignored.objectives.map(({ objective }) => objective)).not.toContain('ties');
  });

  it('says what could not be counted and what is not known', async () => {
    const schools = [row('a', 10), row('b', 20), row('c', null), row('d', 40)];
    const { notes, proposals } = await suggestGroups(schools, { size: { min: 2, max: 2 } });
    expect(notes[0]).toBe(
      'Not counted, because the table says nothing of it: strengths and needs, distance, existing ties.',
    );
    expect(notes[1]).toBe('The attainment of 1 of 4 schools is not known: they are placed by the rest.');
    expect(
      proposals.flatMap(({ groups }) => groups.map(({ widestDistance }) => widestDistance)),
    ).not.toContain(0);
  });

  it('where the conditions leave one grouping, that one is given and said to be the only one', async () => {
    const schools = [row('a', 10), row('b', 20), row('c', 30), row('d', 40)];
    const { proposals, notes } = await suggestGroups(schools, {
      size: { min: 2, max: 2 },
      together: [['a', 'b']],
    });
    expect(proposals).toHaveLength(1);
    expect(notes.at(-1)).toMatch(/only this proposal/);
  });
});

describe('bad input', () => {
  const schools = [row('a', 10), row('b', 20), row('c', 30), row('d', 40)];
  const size = { min: 2, max: 2 };
  it.each([
    ['a size that is none', schools, { size: { min: 5, max: 3 } }, 'from 5 to 3'],
    ['a distance of nothing', schools, { size, maxDistance: 0 }, 'not above 0'],
    ['a distance without places', schools, { size, maxDistance: 5 }, '4 of 4 schools is not known'],
    ['a school that is not there', schools, { size, together: [['a', 'z']] }, 'names the school z'],
    ['a weight below 0', schools, { size, weights: { alike: -1 } }, 'weight of alike'],
    ['an effort of nothing', schools, { size, effort: 0 }, 'effort'],
    ['a seed that is not whole', schools, { size, seed: 0.5 }, 'seed'],
    ['no proposals', schools, { size, alternatives: 0 }, 'alternatives'],
    ['a share above 1', schools, { size, difference: 2 }, 'difference'],
    [
      'a tie without weight',
      schools,
      { size, ties: [{ schools: ['a', 'b'] as const, weight: 0 }] },
      'a and b',
    ],
    ['nothing to choose by', [row('a', null), row('b', null)], { size }, 'nothing by which'],
    ['an id twice', [row('a', 1), row('a', 2)], { size }, 'that of row 1'],
    ['an id that is empty', [row('', 1)], { size }, 'no id'],
    ['a value that is not a number', [row('a', Number.NaN)], { size }, 'not a number'],
    [
      'a place beyond the pole',
      [row('a', 1, { place: { latitude: 152, longitude: 1 } })],
      { size },
      'not on Earth',
    ],
    [
      'places of two kinds',
      [
        row('a', 1, { place: { latitude: 52, longitude: 1 } }),
        row('b', 1, { place: { easting: 4, northing: 5 } }),
      ],
      { size },
      'on a grid for others',
    ],
  ])('%s', async (_, table, options, words) => {
    const error = await suggestGroups(table, options).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'argument.invalid' });
    expect(error.message).toContain(words);
  });
});
