import { describe, expect, it } from 'vitest';
import { storeOf } from '../../__fixtures__/store-of.ts';
import { suggestGroups } from '../suggest-groups.ts';
import { readSchoolTable } from './read-school-table.ts';

const school = (number: number) => ({
  id: `urn:${number}`,
  kind: 'school' as const,
  name: `School ${number}`,
  latitude: 52 + number / 1000,
  longitude: -1,
});
const figure = (
  number: number,
  measure: string,
  value: number | null,
  publication = 'ks4-final',
  year = 2018,
) => ({
  organisationId: `urn:${number}`,
  academicYear: year,
  measure,
  publication,
  value,
});

describe('the table of schools from a store', () => {
  it('has published figures of the year, the final before the provisional, places, and the one group of a school', async () => {
    const store = await storeOf({
      Organisation: [school(1), school(2), school(3), { ...school(4), latitude: null }],
      SchoolGroup: [
        { id: 'A', name: 'A' },
        { id: 'B', name: 'B' },
      ],
      GroupMember: [
        { id: 'm1', groupId: 'A', organisationId: 'urn:1' },
        { id: 'm2', groupId: 'A', organisationId: 'urn:2' },
        { id: 'm3', groupId: 'B', organisationId: 'urn:2' },
        { id: 'm4', groupId: 'B', organisationId: 'urn:3', validFrom: '2020-09-01' },
        { id: 'm5', groupId: 'B', organisationId: 'urn:4', takesPart: false },
      ],
      SchoolMeasure: [
        figure(1, 'attainment-8', 40, 'ks4-provisional'),
        figure(1, 'attainment-8', 41),
        figure(1, 'attainment-8', 99, 'ks4-final', 2017),
        figure(2, 'attainment-8', 50),
        figure(3, 'attainment-8', null),
        figure(1, 'absence-rate', 4, 'absence'),
        figure(2, 'absence-rate', 6, 'absence'),
        figure(3, 'absence-rate', 8, 'absence'),
        figure(1, 'meals', 20, 'census'),
      ],
    });
    const rows = await readSchoolTable(store, {
      schools: ['urn:4', 'urn:3', 'urn:2', 'urn:1'],
      period: '2018/19',
      context: ['meals'],
      areas: [{ area: 'attendance', measure: 'absence-rate', better: 'lower' }],
    });
    // Absence 4, 6, 8: mean 6, standard deviation 2, and less is better.
    expect(rows).toEqual([
      {
        id: 'urn:1',
        name: 'School 1',
        attainment: 41,
        context: { meals: 20 },
        areas: { attendance: 1 },
        place: { latitude: 52.001, longitude: -1 },
        group: 'A',
      },
      {
        id: 'urn:2',
        name: 'School 2',
        attainment: 50,
        context: { meals: null },
        areas: { attendance: -0 },
        place: { latitude: 52.002, longitude: -1 },
        group: null,
      },
      {
        id: 'urn:3',
        name: 'School 3',
        attainment: null,
        context: { meals: null },
        areas: { attendance: -1 },
        place: { latitude: 52.003, longitude: -1 },
        group: null,
      },
      {
        id: 'urn:4',
        name: 'School 4',
        attainment: null,
        context: { meals: null },
        areas: { attendance: null },
        place: null,
        group: null,
      },
    ]);
    const { proposals } = await suggestGroups(rows, { size: { min: 2, max: 2 } });
    expect(proposals[0]?.groups).toHaveLength(2);
    expect(await readSchoolTable(store, { schools: [], period: '2018/19' })).toEqual([]);
    await expect(readSchoolTable(store, { schools: ['urn:1'], period: '2019' })).rejects.toMatchObject({
      code: 'period.invalid',
    });
  });
});
