import type { EntityInput } from '@collegial/model';
import { expect, it } from 'vitest';
import { enrolment, member, school, student } from '../__fixtures__/records.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { whatChanged } from './what-changed.ts';

const schools = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const years = [2017, 2018, 2019, 2020, 2021, 2022];
const perSchool = 12;

/** Suspensions in each year: schools a and b fall by 6 from 2020/21 on, all fall by 1 a year. */
const suspensions = (index: number, year: number) =>
  20 + ((index * 5 + year * 3) % 4) - (year - 2017) - (index < 2 && year >= 2020 ? 6 : 0);

const students = schools.flatMap((id) =>
  Array.from({ length: perSchool }, (_, number) => ({ id: `${id}${number}`, school: id })),
);

const dataset = (agreement: readonly string[]) => ({
  Organisation: schools.map(school),
  SchoolGroup: [
    { id: 'G', name: 'Group G', formedOn: '2020-09-01' },
    { id: 'H', name: 'Group H' },
  ],
  GroupMember: [
    member('G', 'a'),
    member('G', 'b', { validFrom: '2021-01-04' }),
    member('G', 'c', { validFrom: '2020-09-01', takesPart: false }),
    member('H', 'd'),
  ],
  SharingAgreement: [
    {
      id: 'agreement',
      title: 'Comparison',
      organisationIds: [...agreement],
      purposes: ['comparison' as const],
      validFrom: '2021-09-01',
    },
  ],
  Student: students.map(({ id }) => student(id)),
  Enrolment: students.map(({ id, school: at }) => enrolment(id, at, { enteredOn: '2016-09-01' })),
  Exclusion: schools.flatMap((id, index) =>
    years.flatMap((year) =>
      Array.from(
        { length: suspensions(index, year) },
        (_, number): EntityInput<'Exclusion'> => ({
          id: `${id} ${year} ${number}`,
          studentId: `${id}${number % perSchool}`,
          organisationId: id,
          kind: 'suspension',
          startsOn: `${year}-11-${String(1 + (number % 28)).padStart(2, '0')}`,
        }),
      ),
    ),
  ),
});

it('compares records only of schools that one agreement names beside all schools of the group', async () => {
  const store = await storeOf(dataset(['a', 'b', 'd', 'e', 'f', 'g']));
  const { outcomes, groups, levelsNotKnown } = await whatChanged(store, {
    group: 'G',
    indicators: 'presence.suspensions',
    method: { caliper: 99, matchOn: 'level', draws: 99 },
  });
  const [{ schools: used, found, agreements, years: beside }] = outcomes as [(typeof outcomes)[number]];
  expect(agreements).toEqual(['agreement']);
  expect(groups).toEqual([{ id: 'G', name: 'Group G', since: '2020/21' }]);
  expect(Object.fromEntries(used.map((one) => [one.school, one.why ?? one.role]))).toEqual({
    a: 'joined',
    b: 'joined',
    c: 'declined',
    d: 'joined-unknown',
    e: 'comparison',
    f: 'comparison',
    g: 'comparison',
    h: 'not-in-the-agreement',
  });
  expect(beside).toHaveLength(6);
  // Each of e, f and g counts the same, so that the difference can be worked out on paper from the counts.
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const change = (index: number) =>
    mean([2020, 2021, 2022].map((year) => suspensions(index, year))) -
    mean([2017, 2018, 2019].map((year) => suspensions(index, year)));
  const expected = ((mean([0, 1].map(change)) - mean([4, 5, 6].map(change))) * 100) / perSchool;
  expect(found!.difference!.value).toBeCloseTo(expected, 9);
  expect(levelsNotKnown.map(({ period }) => period)).toEqual(['2020/21', '2021/22', '2022/23']);
  await store.close();
});

it('is refused where no agreement names all schools of the group', async () => {
  const store = await storeOf(dataset(['a', 'e', 'f', 'g']));
  await expect(whatChanged(store, { group: 'G', indicators: 'presence.suspensions' })).rejects.toMatchObject({
    code: 'agreement.missing',
  });
  await store.close();
});
