import type { Store } from '@collegial/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enrolment, member, school, student } from '../__fixtures__/records.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { evaluate } from '../evaluate/evaluate.ts';

/**
 * January headcount of 2023/24: four at school a, one at school b. Ann was suspended three times, Ben once; Cem came to a in February and was
 * suspended there once, so he counts above the line only. Dora left b in October after a permanent exclusion. Eve at b is registered mainly
 * elsewhere (subsidiary), so she is not in the headcount. A lunchtime exclusion is neither.
 */
let store: Store;
const exclusion = (
  id: string,
  studentId: string,
  organisationId: string,
  kind: 'suspension' | 'permanent' | 'lunchtime',
  startsOn: string,
) => ({
  id,
  studentId,
  organisationId,
  kind,
  startsOn,
});
beforeAll(async () => {
  store = await storeOf({
    Organisation: [school('a'), school('b')],
    SchoolGroup: [{ id: 'G', name: 'Group G' }],
    GroupMember: [member('G', 'a'), member('G', 'b')],
    Student: ['ann', 'ben', 'cem', 'dora', 'eve', 'fay', 'gil', 'hal'].map((id) => student(id)),
    Enrolment: [
      enrolment('ann', 'a', { enteredOn: '2022-09-01' }),
      enrolment('ben', 'a'),
      enrolment('fay', 'a'),
      enrolment('gil', 'a'),
      enrolment('cem', 'a', { enteredOn: '2024-02-19' }),
      enrolment('dora', 'b', { leftOn: '2023-10-13', status: 'previous' }),
      enrolment('eve', 'b', { status: 'subsidiary' }),
      enrolment('hal', 'b', { status: 'main' }),
    ],
    Exclusion: [
      exclusion('1', 'ann', 'a', 'suspension', '2023-10-02'),
      exclusion('2', 'ann', 'a', 'suspension', '2023-11-06'),
      exclusion('3', 'ann', 'a', 'suspension', '2024-03-04'),
      exclusion('4', 'ben', 'a', 'suspension', '2024-07-01'),
      exclusion('5', 'cem', 'a', 'suspension', '2024-04-15'),
      exclusion('6', 'fay', 'a', 'lunchtime', '2024-04-15'),
      exclusion('7', 'dora', 'b', 'permanent', '2023-10-09'),
    ],
  });
});
afterAll(() => store.close());

const scope = ['school:a', 'school:b', 'group:G'];

it('suspensions: 5 for 4 students is 125 per 100, none for 1, 5 for 5 together', async () => {
  const results = await evaluate(store, { indicators: 'presence.suspensions', scope, period: '2023/24' });
  expect(results.map(({ value }) => value)).toEqual([125, 0, 100]);
  expect(results[0]).toMatchObject({ state: { units: 5, numerator: 5, denominator: 4 }, coverage: null });
});

it('permanent exclusions: one student who is no longer there in January counts above the line', async () => {
  const results = await evaluate(store, {
    indicators: 'presence.permanent-exclusions',
    scope,
    period: '2023/24',
  });
  expect(results.map(({ value }) => value)).toEqual([0, 100, 20]);
});

it('says that there are no data, not none at all, for the year before the first exclusion in the store', async () => {
  const [result] = await evaluate(store, {
    indicators: 'presence.suspensions',
    scope: 'school:a',
    period: '2022/23',
  });
  expect(result).toMatchObject({ value: null, coverage: 0, flags: ['no-data'] });
});
