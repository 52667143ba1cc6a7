import { CollegialError, type EntityName, entities } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import { createCounty } from './create-county.ts';

const county = createCounty({ seed: 1 });
const { truth } = county;
const figures = new Map<string, number>();
for (const { organisationId, academicYear, measure, value } of county.dataset.SchoolMeasure)
  if (measure === 'attainment-8') figures.set(`${organisationId} ${academicYear}`, value!);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const meanOf = (schools: readonly string[], years: readonly number[]) =>
  mean(schools.flatMap((school) => years.map((year) => figures.get(`${school} ${year}`)!)));
const schoolsOf = (story: string) =>
  truth.groups.filter((group) => group.story === story).flatMap(({ schools }) => schools);
const from = truth.groups[0]!.from;
const before = [from - 3, from - 2, from - 1];
const after = truth.years.filter((year) => year >= from);
/** What a story's schools gained on the schools in no group. */
const gained = (story: string) =>
  meanOf(schoolsOf(story), after) -
  meanOf(schoolsOf(story), before) -
  (meanOf(truth.others, after) - meanOf(truth.others, before));

describe('createCounty', () => {
  it('is the same for the same options, and another for another seed', () => {
    expect(createCounty({ seed: 1 })).toEqual(county);
    expect(createCounty({ seed: 2 }).dataset.SchoolMeasure).not.toEqual(county.dataset.SchoolMeasure);
  });

  it('makes records that their schemas accept, each school in one group at most', () => {
    for (const [name, records] of Object.entries(county.dataset))
      for (const record of records) entities[name as EntityName].schema.parse(record);
    const members = truth.groups.flatMap(({ schools }) => schools);
    expect(new Set([...members, ...truth.others]).size).toBe(members.length + truth.others.length);
    for (const { schools } of truth.groups) {
      expect(schools.length).toBeGreaterThanOrEqual(4);
      expect(schools.length).toBeLessThanOrEqual(8);
    }
  });

  it('plants what the truth says', () => {
    expect(Math.abs(gained('effect') - 3)).toBeLessThan(1);
    expect(Math.abs(gained('none'))).toBeLessThan(1);
    // 1 point a year over three and a half years
    expect(gained('rising-before')).toBeGreaterThan(2);
    const low = schoolsOf('formed-when-low');
    const lastBefore = meanOf(low, [from - 1]) - meanOf(truth.others, [from - 1]);
    expect(lastBefore).toBeLessThan(meanOf(low, [from - 3]) - meanOf(truth.others, [from - 3]) - 1);
  });

  it('forms groups in turn where there are waves', () => {
    const waves = createCounty({ waves: 3, groupsOfEach: 3 });
    expect([...new Set(waves.truth.groups.map((group) => group.from))]).toEqual([2019, 2020, 2021]);
    expect(waves.truth.years).toHaveLength(11);
  });

  it.each([{ groupsOfEach: 0 }, { otherSchools: 10 }, { yearsBefore: 1.5 }])('refuses %j', (options) => {
    expect(() => createCounty(options)).toThrow(CollegialError);
  });
});
