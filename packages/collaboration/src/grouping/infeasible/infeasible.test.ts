import { CollegialError } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import { randomSchools } from '../__fixtures__/random-schools.ts';
import type { SuggestGroupsOptions } from '../grouping-options.ts';
import { suggestGroups } from '../suggest-groups.ts';
import type { SchoolRow } from '../table/school-row.ts';
import { GroupingInfeasibleError } from './grouping-infeasible-error.ts';

/** Schools along a road, at these kilometres. */
const road = (...kilometres: readonly number[]): SchoolRow[] =>
  kilometres.map((at, index) => ({
    id: `s${index + 1}`,
    name: `School ${index + 1}`,
    attainment: 30 + ((index * 7) % 20),
    place: { easting: at * 1000, northing: 0 },
  }));
const failure = async (schools: readonly SchoolRow[], options: SuggestGroupsOptions) => {
  const error: unknown = await suggestGroups(schools, options).catch((thrown) => thrown);
  if (!(error instanceof GroupingInfeasibleError))
    throw new Error(`There was another outcome: ${String(error)}`);
  return error;
};
const changesOf = ({ changes }: GroupingInfeasibleError) =>
  changes.map(({ constraint, to }) => [constraint, to]);

describe('says which condition cannot hold, and the smallest change that is enough', () => {
  it('a number of schools that makes no such groups', async () => {
    const error = await failure(road(0, 1, 2, 3, 4, 5, 6), { size: { min: 4, max: 6 } });
    expect(CollegialError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      code: 'grouping.infeasible',
      proved: true,
      reason: { constraint: 'size' },
    });
    expect(error.message).toContain(
      '7 schools cannot be divided into groups of 4 to 6. One of these is enough: Allow groups of 3. · Allow groups of 7.',
    );
    expect(changesOf(error)).toEqual([
      ['size', 3],
      ['size', 7],
    ]);
  });

  it('a school that is too far from the others, and the distance that brings it in', async () => {
    // School 6 at 20 km reaches school 5 within 10 km, but needs two: 20 − 4 = 16 km. And one group of three is left.
    const error = await failure(road(0, 1, 2, 4, 10, 20), { size: { min: 3, max: 3 }, maxDistance: 10 });
    expect(error.reason).toEqual({
      constraint: 'max-distance',
      words:
        'School 6 can be in a group with only one other school within 10 km, and a group has at least 3.',
      schools: ['s6'],
    });
    expect(changesOf(error)).toContainEqual(['max-distance', 16]);
    const mended = await suggestGroups(road(0, 1, 2, 4, 10, 20), {
      size: { min: 3, max: 3 },
      maxDistance: 16,
    });
    expect(mended.proposals.length).toBeGreaterThan(0);
  });

  it('an island of schools in a number that makes no groups', async () => {
    const error = await failure(road(0, 1, 2, 3, 50, 51, 52, 53, 54), {
      size: { min: 2, max: 2 + 1 },
      maxDistance: 1.5,
    });
    expect(error.reason.constraint).toBe('max-distance');
    const far = await failure(road(0, 1, 50, 51, 52, 53), { size: { min: 3, max: 4 }, maxDistance: 5 });
    expect(far.reason.schools).toEqual(['s1']);
    const island = await failure(road(0, 1, 2, 3, 50, 51, 52, 53, 54), {
      size: { min: 4, max: 4 + 0 },
      maxDistance: 5,
    });
    expect(island.reason.constraint).toBe('size');
    const five = await failure(road(0, 1, 2, 3, 4, 50, 51, 52), { size: { min: 3, max: 4 }, maxDistance: 5 });
    expect(five.reason).toMatchObject({
      constraint: 'max-distance',
      schools: ['s1', 's2', 's3', 's4', 's5'],
    });
  });

  it('schools that must be together and must not', async () => {
    const schools = road(0, 1, 2, 3);
    const error = await failure(schools, {
      size: { min: 2, max: 4 },
      together: [
        ['s1', 's2'],
        ['s2', 's3'],
      ],
      apart: [['s1', 's3']],
    });
    expect(error.reason).toMatchObject({ constraint: 'apart', schools: ['s1', 's3'] });
    expect(error.message).toContain(
      'School 1 and School 3 must not be in one group, and must be: School 1 and School 2 were asked for together; School 2 and School 3 were asked for together.',
    );
    expect(error.changes.map(({ words }) => words)).toContain('Let School 1 and School 3 be in one group.');
    expect(changesOf(error)).toContainEqual(['apart', null]);
  });

  it('schools that must be together and are too far apart, or too many', async () => {
    const far = await failure(road(0, 1, 2, 30), {
      size: { min: 2, max: 4 },
      together: [['s1', 's4']],
      maxDistance: 10,
    });
    expect(far.reason).toMatchObject({ constraint: 'max-distance', schools: ['s1', 's4'] });
    expect(changesOf(far)).toContainEqual(['max-distance', 30]);
    const many = await failure(road(0, 1, 2, 3), {
      size: { min: 2, max: 2 },
      together: [['s1', 's2', 's3']],
    });
    expect(many.reason).toMatchObject({ constraint: 'together', schools: ['s1', 's2', 's3'] });
    const kept = await failure(
      road(0, 1, 2, 3).map((school, index) => ({ ...school, group: index < 3 ? 'G' : null })),
      { size: { min: 2, max: 2 }, existingTies: 'keep' },
    );
    expect(kept.reason.constraint).toBe('existing-ties');
    expect(kept.changes.map(({ constraint }) => constraint)).toContain('existing-ties');
  });

  it('conditions that each could hold, but not all together: each change that is named is enough', async () => {
    // Three schools, no two of which may be together, and two groups.
    const schools = road(0, 1, 2, 3, 4, 5);
    const options = { size: { min: 3, max: 3 }, apart: [['s1', 's2', 's3']] };
    const error = await failure(schools, options);
    expect(error).toMatchObject({ proved: true, reason: { constraint: 'all', schools: [] } });
    expect(error.changes.length).toBeGreaterThan(0);
    for (const { constraint, to } of error.changes) {
      const changed =
        constraint === 'size'
          ? { ...options, size: to! < 3 ? { min: to!, max: 3 } : { min: 3, max: to! } }
          : {
              ...options,
              apart: [
                ['s1', 's2'],
                ['s1', 's3'],
              ],
            };
      expect((await suggestGroups(schools, changed)).proposals.length).toBeGreaterThan(0);
    }
  });

  it('of many schools it says whether it is proved', async () => {
    const schools = randomSchools(26, 9);
    const apart = [schools.slice(0, 7).map(({ id }) => id)];
    const error = await failure(schools, { size: { min: 4, max: 5 }, apart });
    // Seven schools, no two together, and six groups: it is so, but not seen without trying everything.
    expect(error).toMatchObject({ proved: false });
    expect(error.message).toContain('No grouping was found that holds all conditions.');
    expect(changesOf(error)).toContainEqual(['size', 3]);
  });
});
