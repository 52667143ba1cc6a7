import type { Dataset, EntityInput } from '@collegial/model';
import { expect, test } from 'vitest';
import { appointment, asked, city } from '../__fixtures__/city.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { groupProfile } from './group-profile.ts';

const part = (
  activityId: string,
  organisationId: string,
  change: Partial<EntityInput<'Participation'>> = {},
): EntityInput<'Participation'> => ({
  id: `${activityId}-${organisationId}`,
  activityId,
  organisationId,
  role: 'participant',
  ...change,
});
/** Confirmed by both: one recorded it, the other has said so. */
const meeting = (id: string, startsOn: string, schools: string, fundingId: string | null = null) => ({
  Activity: { id, kind: 'meeting', title: id, startsOn, recordedById: schools[0]!, groupId: 'G', fundingId },
  Participation: [...schools].map((school) => part(id, school, { heads: 1 })),
  Confirmation: [...schools].slice(1).map((school) => ({
    id: `${id}-${school}-word`,
    activityId: id,
    organisationId: school,
    verdict: 'confirmed' as const,
    decidedOn: startsOn,
  })),
});
const meetings = [
  meeting('m21', '2021-10-01', 'abc', 'grant'),
  meeting('m22', '2022-10-03', 'ab'),
  meeting('m22-late', '2023-05-03', 'ac'),
  meeting('m23', '2023-10-02', 'ab'),
  meeting('review', '2024-02-01', 'ac'),
];
const student = (id: string, school: string): Dataset => ({
  Student: [{ id }],
  Enrolment: [
    { id: `e-${id}`, studentId: id, organisationId: school, status: 'current', enteredOn: '2023-09-01' },
  ],
});
const students = [student('s1', 'a'), student('s2', 'a'), student('s3', 'b')];
const dataset = city(['a', 'b', 'c'], {
  Organisation: [
    { id: 'council', kind: 'authority', name: 'Council' },
    { id: 'university', kind: 'other', name: 'University' },
  ],
  Activity: meetings.map((one) => one.Activity),
  Participation: [
    ...meetings.flatMap((one) => one.Participation),
    part('review', 'university', { role: 'facilitator' }),
    part('m23', 'council'),
  ],
  Confirmation: meetings.flatMap((one) => one.Confirmation),
  GroupRole: [
    {
      id: 'r1',
      groupId: 'G',
      role: 'coordinator',
      staffId: 'shared',
      organisationId: 'a',
      validFrom: '2023-09-01',
    },
    { id: 'r2', groupId: 'G', role: 'adviser', organisationId: 'council', validFrom: '2020-09-01' },
    { id: 'r3', groupId: 'other', role: 'coordinator', validFrom: '2020-09-01' },
  ],
  Funding: [
    {
      id: 'grant',
      name: 'Grant',
      groupId: 'G',
      kind: 'grant',
      validFrom: '2020-09-01',
      validTo: '2022-07-31',
    },
  ],
  Appointment: [
    appointment('1', 'shared', 'a', { fte: 0.8 }),
    appointment('2', 'shared', 'b', { fte: 0.2 }),
    // The head of b leaves at the end of 2022/23; that of c gets a new contract and stays.
    appointment('3', 'head-b', 'b', { role: 'head', fte: 1, validTo: '2023-08-31' }),
    appointment('4', 'head-c', 'c', { role: 'head', fte: 1, validTo: '2023-08-31' }),
    appointment('5', 'head-c', 'c', { role: 'head', fte: 1, validFrom: '2023-09-01' }),
  ],
  Review: [
    {
      id: 'v1',
      groupId: 'G',
      instrument: 'six-conditions',
      factor: 'common-priorities',
      value: 2,
      reviewedOn: '2024-06-01',
    },
    {
      id: 'v2',
      groupId: 'G',
      instrument: 'six-conditions',
      factor: 'incentives',
      value: 0,
      reviewedOn: '2022-06-01',
    },
  ],
  SchoolMeasure: [
    ['a', 40, 'ks4-provisional', 2022],
    ['a', 41, 'ks4-final', 2022],
    ['b', 51, 'ks4-final', 2022],
    ['b', 99, 'ks4-final', 2020],
  ].map(([organisationId, value, publication, academicYear]) => ({
    organisationId,
    value,
    publication,
    academicYear,
    measure: 'attainment-8',
  })) as never,
  Student: students.flatMap((one) => [...(one.Student ?? [])]),
  Enrolment: students.flatMap((one) => [...(one.Enrolment ?? [])]),
});

test('a profile from the store: records of every kind find their place', async () => {
  const profile = await groupProfile(await storeOf(dataset), asked);
  expect(profile.schools).toEqual(['a', 'b', 'c']);
  // 2022/23: ab and ac; 2023/24: ab and ac again.
  const tagged = profile.measures.find((one) => one.part === 'tagged' && !one.unconfirmed);
  expect(tagged?.continuity).toEqual({ before: 2, goOn: 2, new: 0, share: 1 });
  // The grant paid for the meeting of 2021/22: ab, ac and bc. bc ends at once, the others last two years.
  expect(profile.survival.funding).toEqual({
    occasions: 1,
    pairs: 3,
    tooEarly: 0,
    curve: [
      { years: 1, atRisk: 3, ended: 1, censored: 0, survival: 2 / 3 },
      { years: 2, atRisk: 2, ended: 0, censored: 2, survival: 2 / 3 },
    ],
  });
  // One head left, that of b, whose only partner of 2022/23 was a.
  expect(profile.survival.head).toEqual({
    occasions: 1,
    pairs: 1,
    tooEarly: 0,
    curve: [{ years: 1, atRisk: 1, ended: 0, censored: 1, survival: 1 }],
  });
  expect(profile.coordinator).toEqual({ present: true, shareOfYear: 1 });
  expect(profile.outsideChallenge).toEqual({ present: true, activities: 1, activitiesWithUnconfirmed: 1 });
  expect(profile.attainment).toMatchObject({
    source: 'published',
    period: '2022/23',
    schools: 2,
    of: 3,
    mean: 46,
  });
  expect(profile.conditions.map((one) => [one.id, one.status, one.basis])).toEqual([
    ['incentives', 'not', 'records'],
    ['collective-responsibility', 'not', 'records'],
    ['senior-leadership', 'partly', 'records'],
    ['common-priorities', 'met', 'review'],
    ['external-help', 'met', 'records'],
    ['authority-support', 'met', 'records'],
  ]);
  // 0.2 of 195 staff-days for the 2 students of a's roll, on the shared coordinator.
  const days = profile.contributions.find((one) => one.school === 'a' && one.unit === 'staff-days');
  expect(days).toMatchObject({ gave: 39, gaveTagged: 0, gavePer100: 1950, basis: 'derived' });
  expect(profile.withoutPerson).toMatchObject([{ person: 1, coordinator: true, schools: ['a', 'b'] }]);
  // No id of a person is in it.
  expect(JSON.stringify(profile)).not.toMatch(/"(shared|head-b|head-c|s1)"/);
});

test('half of a year has been seen: a link without evidence so far has not ended', async () => {
  const store = await storeOf(dataset);
  const profile = await groupProfile(store, { ...asked, asOf: '2023-12-31' });
  expect(profile.survival.head.curve).toEqual([{ years: 1, atRisk: 1, ended: 0, censored: 1, survival: 1 }]);
  // ac has met in 2022/23 and not yet in 2023/24: censored after one year, not ended.
  expect(profile.survival.funding.curve).toEqual([
    { years: 1, atRisk: 3, ended: 1, censored: 1, survival: 2 / 3 },
    { years: 2, atRisk: 1, ended: 0, censored: 1, survival: 2 / 3 },
  ]);
});

test('years that no agreement covers are not looked at', async () => {
  const agreement = {
    id: 'late',
    title: 'Late',
    organisationIds: ['a', 'b', 'c'],
    purposes: ['collaboration'],
    validFrom: '2023-09-01',
  };
  const profile = await groupProfile(
    await storeOf({ ...dataset, SharingAgreement: [agreement] as never }),
    asked,
  );
  expect(profile.survival).toMatchObject({ funding: { occasions: 0 }, head: { occasions: 0 } });
  expect(profile.measures.every((one) => one.continuity.before === 0)).toBe(true);
});

test('nothing without an agreement', async () => {
  const store = await storeOf({ ...dataset, SharingAgreement: [] });
  await expect(groupProfile(store, asked)).rejects.toMatchObject({ code: 'agreement.missing' });
});

test('results stand in for what was not published only where students’ data are shared too', async () => {
  const pupils = ['a', 'b'].flatMap((school) =>
    Array.from({ length: 10 }, (_, index) => ({ id: `${school}${index}`, school })),
  );
  const withResults: Dataset = {
    ...dataset,
    SchoolMeasure: [],
    Student: pupils.map(({ id }) => ({ id })),
    Enrolment: [],
    Qualification: [{ id: 'q', title: 'English', gradeScheme: 'gcse-9-1', size: 1, slot: 'open' }],
    Assessment: pupils.map(({ id, school }) => ({
      id: `r-${id}`,
      studentId: id,
      organisationId: school,
      kind: 'result' as const,
      qualificationId: 'q',
      gradeScheme: 'gcse-9-1',
      grade: school === 'a' ? '5' : '7',
      points: school === 'a' ? 5 : 7,
      takenOn: '2024-06-01',
    })),
  };
  expect((await groupProfile(await storeOf(withResults), asked)).attainment).toBeNull();
  const [agreement] = [...(dataset.SharingAgreement ?? [])];
  const SharingAgreement = [{ ...agreement!, purposes: ['collaboration', 'comparison'] as never }];
  const { attainment } = await groupProfile(await storeOf({ ...withResults, SharingAgreement }), asked);
  expect(attainment).toMatchObject({ source: 'results', schools: 2, mean: 6, standardDeviation: 1 });
});
