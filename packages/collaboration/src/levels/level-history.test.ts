import type { EntityInput } from '@collegial/model';
import { expect, test } from 'vitest';
import { appointment, city } from '../__fixtures__/city.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { levelHistory } from './level-history.ts';

const scope = { kind: 'group' as const, id: 'G' };
const meeting = (id: string, startsOn: string): EntityInput<'Activity'> => ({
  id,
  kind: 'meeting',
  title: id,
  startsOn,
  recordedById: 'a',
});
const meetings = ['2021-10-01', '2022-10-01', '2022-11-01', '2022-12-01'].map((day) => meeting(day, day));
const dataset = city(['a', 'b', 'c'], {
  SharingAgreement: [
    {
      id: 'agreement',
      title: 'Sharing',
      organisationIds: ['a', 'b', 'c'],
      purposes: ['collaboration'],
      validFrom: '2021-09-01',
      validTo: '2024-08-31',
    },
  ],
  Activity: meetings,
  Participation: meetings.flatMap(({ id }) =>
    ['a', 'b'].map((school) => ({
      id: `${id}-${school}`,
      activityId: id,
      organisationId: school,
      role: 'participant' as const,
    })),
  ),
  Confirmation: meetings.map(({ id }) => ({
    id: `${id}-b`,
    activityId: id,
    organisationId: 'b',
    verdict: 'confirmed' as const,
    decidedOn: '2022-12-31',
  })),
  Appointment: [
    appointment('1', 'p', 'a', { fte: 0.8, validFrom: '2023-09-01' }),
    appointment('2', 'p', 'b', { fte: 0.2, validFrom: '2023-09-01', validTo: '2024-08-31' }),
  ],
});

test('levels over years, with what made them change, and the years of which nothing is known', async () => {
  const history = await levelHistory(await storeOf(dataset), {
    scope,
    periods: ['2023/24', '2020/21', '2021/22', '2022/23'],
    pair: ['b', 'a'],
  });
  expect(history.notObserved).toEqual(['2020/21']);
  expect(history.levels.map(({ period, level }) => [period, level])).toEqual([
    ['2021/22', 'association'],
    ['2022/23', 'cooperation'],
    ['2023/24', 'collaboration'],
  ]);
  expect(
    history.changes.map(({ from, to, direction, gained, lost }) => [
      from.period,
      to.period,
      direction,
      gained.map(({ id }) => id),
      lost.map(({ id }) => id),
    ]),
  ).toEqual([
    ['2021/22', '2022/23', 'up', ['cooperation.events'], []],
    [
      '2022/23',
      '2023/24',
      'up',
      ['cooperation.flow', 'collaboration.joint-work', 'collaboration.resources'],
      // Three meetings in two years are one and a half a year.
      ['cooperation.events'],
    ],
  ]);
  expect(history.levels[0]).toMatchObject({ observed: ['2021/22'], tooEarlyToTell: true });
  expect(history.levels[0]?.coverage).toEqual([
    { kind: 'staff', periods: [] },
    { kind: 'enrolments', periods: [] },
    { kind: 'classes', periods: [] },
    { kind: 'transfers', periods: [] },
    { kind: 'activities', periods: ['2021/22'] },
  ]);
  expect(history.levels[2]?.coverage?.[0]).toEqual({ kind: 'staff', periods: ['2023/24'] });
});

test('pairs of which nothing changed are not listed, and years of which nothing is known alone are an error', async () => {
  const store = await storeOf(dataset);
  const { changes } = await levelHistory(store, { scope, periods: ['2021/22', '2022/23'] });
  expect(changes.map(({ schools }) => schools.join(''))).toEqual(['ab']);
  await expect(levelHistory(store, { scope, periods: ['2019/20', '2020/21'] })).rejects.toMatchObject({
    code: 'agreement.missing',
  });
  await expect(levelHistory(store, { scope, periods: ['2022'] })).rejects.toMatchObject({
    code: 'period.invalid',
  });
});
