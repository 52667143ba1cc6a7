import type { Store } from '@collegial/store';
import { afterAll, beforeAll, expect, describe as group, it } from 'vitest';
import { enrolment, marks, member, school, student } from '../__fixtures__/records.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { evaluate } from '../evaluate/evaluate.ts';

/**
 * Two schools of one group in September 2023, ten days = twenty sessions for everyone (/ \ present, L late, I ill, O without leave,
 * V visit, # closed).
 * - Ann: 20 present · Ben: 18 present, 2 ill (exactly 10 %) · Cem: 19 present, 1 without leave (5 %) · Dora: 10 present, 6 ill, 4 without
 *   leave (exactly 50 %) · Eli: 8 days: 15 of 16 possible, then closed: four sessions not possible.
 * - Fay at the other school: 18 present, 2 on a visit. Guy is there as a guest only, absent throughout. Hal is on roll there without a mark.
 */
let store: Store;
beforeAll(async () => {
  store = await storeOf({
    Organisation: [school('a'), school('b')],
    SchoolGroup: [{ id: 'G', name: 'Group G' }],
    GroupMember: [member('G', 'a'), member('G', 'b')],
    Student: ['ann', 'ben', 'cem', 'dora', 'eli', 'fay', 'guy', 'hal'].map((id) => student(id)),
    Enrolment: [
      ...['ann', 'ben', 'cem', 'dora', 'eli'].map((id) => enrolment(id, 'a')),
      enrolment('fay', 'b'),
      enrolment('guy', 'b', { status: 'guest' }),
      enrolment('hal', 'b'),
    ],
    AttendanceMark: [
      ...marks('ann', 'a', '/\\'.repeat(10)),
      ...marks('ben', 'a', `II${'/\\'.repeat(9)}`),
      ...marks('cem', 'a', `O\\${'/\\'.repeat(9)}`),
      ...marks('dora', 'a', `IIIIIIOOOO${'/\\'.repeat(5)}`),
      ...marks('eli', 'a', `I\\${'/\\'.repeat(7)}####`),
      ...marks('fay', 'b', `VV${'/\\'.repeat(9)}`),
      ...marks('guy', 'b', 'O'.repeat(20)),
    ],
  });
});
afterAll(() => store.close());

const figures = async (indicator: string, parameters?: object) => {
  const results = await evaluate(store, {
    indicators: indicator,
    scope: ['school:a', 'school:b', 'group:G'],
    period: '2023/24',
    ...(parameters === undefined ? {} : { parameters: { [indicator]: parameters } }),
  });
  return results.map(({ state, value }) =>
    state.kind === 'ratio' ? `${state.numerator}/${state.denominator} = ${value?.toFixed(4)}` : '',
  );
};

group('attendance and absence', () => {
  it('add up sessions over enrolments: 82 of 96 at the one school, 20 of 20 at the other', async () => {
    expect(await figures('presence.attendance-rate')).toEqual([
      '82/96 = 0.8542',
      '20/20 = 1.0000',
      '102/116 = 0.8793',
    ]);
    expect(await figures('presence.absence-rate')).toEqual([
      '14/96 = 0.1458',
      '0/20 = 0.0000',
      '14/116 = 0.1207',
    ]);
    expect(await figures('presence.authorised-absence-rate')).toEqual([
      '9/96 = 0.0938',
      '0/20 = 0.0000',
      '9/116 = 0.0776',
    ]);
    expect(await figures('presence.unauthorised-absence-rate')).toEqual([
      '5/96 = 0.0521',
      '0/20 = 0.0000',
      '5/116 = 0.0431',
    ]);
  });

  it('leave out guests, and say what share of the roll has marks', async () => {
    const [result] = await evaluate(store, {
      indicators: 'presence.attendance-rate',
      scope: 'school:b',
      period: '2023/24',
    });
    expect(result).toMatchObject({
      coverage: 0.5,
      flags: ['few-units', 'partial-coverage'],
      state: { units: 1 },
    });
  });
});

group('persistent absence', () => {
  it('counts Ben at exactly 10 % and Dora, not Cem at 5 % nor Eli at 1 of 16', async () => {
    expect(await figures('presence.persistent-absence')).toEqual([
      '2/5 = 0.4000',
      '0/1 = 0.0000',
      '2/6 = 0.3333',
    ]);
  });

  it('leaves Ben out from 11 % on', async () => {
    expect((await figures('presence.persistent-absence', { percent: 11 }))[0]).toBe('1/5 = 0.2000');
  });

  it('is severe for Dora at exactly one half', async () => {
    expect(await figures('presence.severe-absence')).toEqual([
      '1/5 = 0.2000',
      '0/1 = 0.0000',
      '1/6 = 0.1667',
    ]);
  });
});

it('reads a code with the meaning of its day: an interview was an activity until August 2024 and is leave since', async () => {
  const own = await storeOf({
    Organisation: [school('a')],
    Student: [student('ann')],
    Enrolment: [enrolment('ann', 'a')],
    AttendanceMark: [
      ...marks('ann', 'a', 'J///'),
      // J is no code any more, so that session counts nowhere; J1 is an authorised absence.
      ...marks('ann', 'a', 'J/', '2024-09-09'),
      ...marks('ann', 'a', 'J/', '2024-09-10').map((mark) =>
        mark.code === 'J' ? { ...mark, code: 'J1' } : mark,
      ),
    ],
  });
  const results = await evaluate(own, {
    indicators: ['presence.attendance-rate', 'presence.authorised-absence-rate'],
    scope: 'school:a',
  });
  expect(results.map(({ period, value }) => [period, value])).toEqual([
    ['2023/24', 1],
    ['2024/25', 2 / 3],
    ['2023/24', 0],
    ['2024/25', 1 / 3],
  ]);
  await own.close();
});
