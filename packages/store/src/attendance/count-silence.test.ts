import type { EntityInput } from '@collegial/model';
import { sql } from '@collegial/query';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { batch, mark } from '../__fixtures__/records.ts';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';

/**
 * Two weeks at one school, Monday 2 to Friday 13 September 2024, without Thursday 5 (a holiday): nine school days, eighteen sessions. The first
 * exception of the school is on Tuesday 3, the last on Thursday 12: known are 3, 4, 6, 9, 10, 11, 12 – seven days, fourteen sessions.
 * - Ann was away on Tuesday 3 (with leave) and on the morning of Wednesday 4 (without): 14 possible, 2 + 1 missed.
 * - Ben was never away: 14 possible, all attended.
 * - Cem came on Monday 9: 9, 10, 11, 12 are eight sessions; away on Thursday 12 without leave: 2 missed.
 * - Dora left on Friday 6: 3, 4, 6 are six sessions. An exception on Thursday 5 falls on a holiday and counts nowhere.
 * - Eve was away on Tuesday 10 for a reason that is not known (morning), and could not come (afternoon): 12 possible, all attended, 1 unknown.
 * - Fay came after the last exception: nothing is known.
 */
const calendar: EntityInput<'Calendar'> = {
  id: 'c',
  organisationId: 'urn:1',
  academicYear: 2024,
  terms: [{ name: 'Autumn', from: '2024-09-02', to: '2024-09-13' }],
  closures: [{ from: '2024-09-05', to: '2024-09-05' }],
};
const enrolment = (id: string, more: Partial<EntityInput<'Enrolment'>> = {}): EntityInput<'Enrolment'> => ({
  id,
  studentId: id,
  organisationId: 'urn:1',
  status: 'current',
  enteredOn: '2024-09-01',
  ...more,
});
const away = (
  id: string,
  day: string,
  session: 'AM' | 'PM',
  statistical: 'authorised' | 'unauthorised' | 'not-possible' | null,
) => mark(id, `2024-09-${day}`, session, 'Absence', { statistical, basis: 'exception' });
const roll = [
  enrolment('ann'),
  enrolment('ben'),
  enrolment('cem', { enteredOn: '2024-09-09' }),
  enrolment('dora', { leftOn: '2024-09-06' }),
  enrolment('eve'),
  enrolment('fay', { enteredOn: '2024-09-13' }),
];
const exceptions = [
  away('ann', '03', 'AM', 'authorised'),
  away('ann', '03', 'PM', 'authorised'),
  away('ann', '04', 'AM', 'unauthorised'),
  away('cem', '12', 'AM', 'unauthorised'),
  away('cem', '12', 'PM', 'unauthorised'),
  away('dora', '05', 'AM', 'unauthorised'),
  away('eve', '10', 'AM', null),
  away('eve', '10', 'PM', 'not-possible'),
];

let store: Store;
beforeEach(async () => {
  store = await openStore({ path: ':memory:', threads: 1 });
});
afterEach(() => store.close());

const years = async () => {
  await store.refresh();
  const rows = await store.query<Record<string, number | string>>(
    sql`select enrolment_id, possible, attended, authorised, unauthorised, unknown from attendance_year order by enrolment_id`,
  );
  return rows.map((row) => Object.values(row).join(' '));
};
const loadAll = async () => {
  await store.load(batch('Calendar', [calendar]));
  await store.load(batch('Enrolment', roll));
  await store.load(batch('AttendanceMark', exceptions));
};
const byHand = ['ann 14 11 2 1 0', 'ben 14 14 0 0 0', 'cem 8 6 0 2 0', 'dora 6 6 0 0 0', 'eve 12 12 0 0 1'];

describe('attendance by exception', () => {
  it('counts possible sessions by calendar and roll, between the first and the last exception', async () => {
    await loadAll();
    expect(await years()).toEqual(byHand);
    expect(await years()).toEqual(byHand);
  });

  it('has no rate without a calendar: what was recorded is unknown, silence is nothing', async () => {
    await store.load(batch('Enrolment', roll));
    await store.load(batch('AttendanceMark', exceptions));
    expect(await years()).toEqual(['ann 0 0 0 0 3', 'cem 0 0 0 0 2', 'dora 0 0 0 0 1', 'eve 0 0 0 0 2']);
    await store.load(batch('Calendar', [calendar]));
    expect(await years()).toEqual(byHand);
    await store.load(batch('Calendar', [], { deletedKeys: [['c']] }));
    expect(await years()).toEqual(['ann 0 0 0 0 3', 'cem 0 0 0 0 2', 'dora 0 0 0 0 1', 'eve 0 0 0 0 2']);
  });

  it('follows the roll and the exceptions, in whatever order they come', async () => {
    await store.load(batch('AttendanceMark', exceptions));
    await years();
    await store.load(batch('Calendar', [calendar]));
    await store.load(batch('Enrolment', roll));
    expect(await years()).toEqual(byHand);
    await store.load(batch('Enrolment', [enrolment('ben', { leftOn: '2024-09-04' })], { run: 'run-2' }));
    expect((await years())[1]).toBe('ben 4 4 0 0 0');
    await store.load(batch('Enrolment', [], { deletedKeys: [['ben']] }));
    expect(await years()).toEqual(byHand.filter((line) => !line.startsWith('ben')));
    const keys = exceptions.map(({ enrolmentId, date, session }) => [enrolmentId, date, session]);
    await store.load(batch('AttendanceMark', [], { deletedKeys: keys }));
    expect(await years()).toEqual([]);
  });

  it('leaves schools alone that mark every session', async () => {
    await loadAll();
    const other = { organisationId: 'urn:2' };
    await store.load(batch('Enrolment', [enrolment('gil', other)]));
    await store.load(batch('Calendar', [{ ...calendar, id: 'd', ...other }]));
    await store.load(
      batch('AttendanceMark', [
        mark('gil', '2024-09-03', 'AM', '/', other),
        mark('gil', '2024-09-03', 'PM', 'I', other),
      ]),
    );
    expect(await years()).toEqual([...byHand, 'gil 2 1 1 0 0']);
  });
});
