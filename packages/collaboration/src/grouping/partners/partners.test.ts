import { describe, expect, it } from 'vitest';
import { randomSchools } from '../__fixtures__/random-schools.ts';
import type { SchoolRow } from '../table/school-row.ts';
import { suggestPartners } from './suggest-partners.ts';

const km = (east: number) => ({ easting: 450_000 + 1000 * east, northing: 300_000 });
const hill: SchoolRow = {
  id: 'hill',
  name: 'Hill',
  attainment: 40,
  context: { meals: 30 },
  areas: { mathematics: -1, behaviour: -1, music: 1 },
  place: km(0),
  group: 'A',
};
// Meals 30, 32, 10, 30, 48: mean 30, sum of squares 728, standard deviation √182 = 13.49.
const table: SchoolRow[] = [
  hill,
  {
    id: 'dale',
    name: 'Dale',
    attainment: 38,
    context: { meals: 32 },
    areas: { mathematics: 1, music: -1 },
    place: km(3),
    group: 'A',
  },
  {
    id: 'moor',
    name: 'Moor',
    attainment: 60,
    context: { meals: 10 },
    areas: { mathematics: 1, behaviour: 1 },
    place: km(9),
  },
  {
    id: 'park',
    name: 'Park',
    attainment: 45,
    context: { meals: 30 },
    areas: { behaviour: 0.5 },
    place: km(1),
  },
  { id: 'quay', name: 'Quay', attainment: 41, context: { meals: 48 }, areas: { music: 1 }, place: km(2) },
];

describe('a case worked by hand', () => {
  const { partners, teams, needs, unmet } = suggestPartners('hill', table);
  const of = (id: string) => partners.find(({ school }) => school === id)!;

  it('measures each fit by its definition', () => {
    // Distances of all pairs: 3 9 1 2 | 6 2 1 | 8 7 | 1: sorted 1 1 1 2 2 3 6 7 8 9, median 2.5.
    const deviation = Math.sqrt(728 / 4);
    expect(of('dale').fits).toEqual({
      gives: 1 / 2,
      gains: 1,
      similar: expect.closeTo(1 / (1 + 2 / deviation), 12),
      near: expect.closeTo(2.5 / 5.5, 12),
      tied: 1,
      broad: 1 / 3,
    });
    expect(of('moor').fits).toMatchObject({ gives: 1, gains: null, tied: 0, broad: 2 / 3 });
    expect(of('park').fits).toMatchObject({ gives: 1 / 4, similar: 1 });
    expect(of('quay').fits).toMatchObject({ gives: 0, gains: null });
  });

  it('adds them up with the weights, what is not known left out', () => {
    const { fits, score } = of('moor');
    expect(score).toBeCloseTo((3 * 1 + 2 * fits.similar! + fits.near! + 0.5 * 0 + 0.5 * fits.broad!) / 7, 12);
    expect(partners.map(({ school }) => school)).toEqual(['dale', 'moor', 'park', 'quay']);
  });

  it('gives reasons and cautions in words', () => {
    expect(of('dale').reasons).toEqual([
      'Strong in mathematics, where Hill has a need: covers 50 % of its needs.',
      'Gains in music from Hill: benefit flows both ways.',
      'Similar context, so that advice fits: meals 32 against 30.',
      '3.0 km away.',
      'They work together already.',
      'Its own attainment is lower: a strength is no rank.',
    ]);
    expect(of('moor').cautions).toEqual([]);
    expect(of('quay').cautions).toEqual(['Has no strength where Hill has a need.']);
  });

  it('proposes teams that cover the needs together', () => {
    expect(needs).toEqual(['behaviour', 'mathematics']);
    expect(unmet).toEqual([]);
    expect(teams[0]).toMatchObject({ covers: 1, schools: ['dale', 'moor'] });
    expect(teams[0]?.expertise).toEqual([
      { area: 'behaviour', from: ['moor'] },
      { area: 'mathematics', from: ['dale', 'moor'] },
    ]);
    for (const [index, team] of teams.entries())
      for (const other of teams.slice(0, index))
        expect(team.schools.filter((id) => other.schools.includes(id)).length).toBeLessThanOrEqual(1);
  });

  it('says when advice may not fit and when help would flow one way', () => {
    const far = suggestPartners('hill', [
      hill,
      { id: 'x', name: 'X', context: { meals: 90 }, areas: { mathematics: 1, behaviour: -1 } },
      { id: 'y', name: 'Y', context: { meals: 31 } },
      { id: 'z', name: 'Z', context: { meals: 29 } },
    ]);
    expect(far.partners.find(({ school }) => school === 'x')?.cautions).toEqual([
      'Hill is not known to have a strength where it has a need: help would flow one way.',
      'Another context, so that advice may not fit: meals 90 against 30.',
    ]);
    expect(far.unmet).toEqual(['behaviour']);
    expect(far.notes).toEqual(['No candidate is known to be strong in behaviour: look further afield.']);
  });
});

describe('whatever the schools', () => {
  it('the order of the table changes nothing, and a partner is never the school itself', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const schools = randomSchools(20, seed);
      const result = suggestPartners('s007', schools, { most: 30 });
      expect(suggestPartners('s007', [...schools].reverse(), { most: 30 })).toEqual(result);
      expect(result.partners.map(({ school }) => school).sort()).toEqual(
        schools.map(({ id }) => id).filter((id) => id !== 's007'),
      );
      for (const { score } of result.partners) expect(score).toBeGreaterThanOrEqual(0);
      for (const { score } of result.partners) expect(score).toBeLessThanOrEqual(1);
    }
  });

  it('more strength where there is a need never lowers a partner', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const schools = randomSchools(12, seed).map((school, index) =>
        index === 0 ? { ...school, areas: { ...school.areas, music: -1 } } : school,
      );
      const stronger = schools.map((school, index) =>
        index === 4 ? { ...school, areas: { ...school.areas, music: 1 } } : school,
      );
      const scoreIn = (rows: SchoolRow[]) =>
        suggestPartners('s001', rows, { most: 20, weights: { gains: 0 } }).partners.find(
          ({ school }) => school === 's005',
        )!.score;
      expect(scoreIn(stronger)).toBeGreaterThanOrEqual(scoreIn(schools));
    }
  });

  it('a limit of distance holds, leaves out whose place is not known, and says when nobody is left', () => {
    const without = [...table, { id: 'lost', name: 'Lost', areas: { mathematics: 1 } }];
    expect(
      suggestPartners('hill', without, { maxDistance: 2.5 }).partners.map(({ school }) => school),
    ).toEqual(['park', 'quay']);
    const none = suggestPartners('hill', without, { maxDistance: 0.5 });
    expect(none).toMatchObject({ partners: [], teams: [] });
    expect(none.notes).toContain('No other school is left to choose from.');
  });

  it('schools without needs are told so; ties given count; schools can be left out', () => {
    const result = suggestPartners('quay', table, {
      ties: [{ schools: ['moor', 'quay'], weight: 4 }],
      without: ['park'],
      weights: { tied: 50 },
    });
    expect(result.partners.map(({ school }) => school)[0]).toBe('moor');
    expect(result.partners.map(({ school }) => school)).not.toContain('park');
    expect(result.notes[0]).toMatch(/No need of Quay is known/);
    expect(result.teams).toEqual([]);
  });

  it.each([
    ['nobody', {}, 'no school nobody'],
    ['hill', { maxDistance: -1 }, 'not above 0'],
    ['hill', { most: 0 }, 'number of partners'],
    ['hill', { teamSize: 9 }, 'A team'],
    ['hill', { without: ['zoo'] }, 'the school zoo'],
  ])('%s with %j is refused', (school, options, words) => {
    expect(() => suggestPartners(school, table, options)).toThrow(
      expect.objectContaining({ code: 'argument.invalid', message: expect.stringContaining(words) }),
    );
  });
});
