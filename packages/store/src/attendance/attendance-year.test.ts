import { sql } from '@collegial/query';
import { expect, test } from 'vitest';
import { batch, mark } from '../__fixtures__/records.ts';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';

/** Twenty sessions from 2 September 2024, the first of them absences. */
function twentySessions(enrolment: string, absences: number, code = 'I') {
  return Array.from({ length: 20 }, (_, index) => {
    const date = `2024-09-${String(2 + Math.floor(index / 2)).padStart(2, '0')}`;
    return mark(enrolment, date, index % 2 === 0 ? 'AM' : 'PM', index < absences ? code : '/');
  });
}

async function opened(): Promise<Store> {
  return await openStore({ path: ':memory:', threads: 1 });
}

test('exactly a tenth of possible sessions missed is persistent absence, one session fewer is not', async () => {
  const store = await opened();
  await store.load(batch('AttendanceMark', twentySessions('at', 2)));
  await store.load(batch('AttendanceMark', twentySessions('below', 1)));
  await store.load(batch('AttendanceMark', twentySessions('severe', 10, 'O')));
  await store.load(batch('AttendanceMark', twentySessions('nothing-possible', 20, '#').slice(0, 10)));
  await store.refresh();
  expect(
    await store.query(sql`
      select enrolment_id, possible, absent, authorised, unauthorised,
        absent * 10 >= possible and possible > 0 as persistent, absent * 2 >= possible and possible > 0 as severe
      from attendance_year order by enrolment_id`),
  ).toEqual([
    {
      enrolment_id: 'at',
      possible: 20,
      absent: 2,
      authorised: 2,
      unauthorised: 0,
      persistent: true,
      severe: false,
    },
    {
      enrolment_id: 'below',
      possible: 20,
      absent: 1,
      authorised: 1,
      unauthorised: 0,
      persistent: false,
      severe: false,
    },
    {
      enrolment_id: 'nothing-possible',
      possible: 0,
      absent: 0,
      authorised: 0,
      unauthorised: 0,
      persistent: false,
      severe: false,
    },
    {
      enrolment_id: 'severe',
      possible: 20,
      absent: 10,
      authorised: 0,
      unauthorised: 10,
      persistent: true,
      severe: true,
    },
  ]);
  await store.close();
});

test('the roll-up follows corrections and deletions, and only after a refresh', async () => {
  const store = await opened();
  const year = async () => await store.query(sql`select possible, absent from attendance_year`);
  await store.load(batch('AttendanceMark', twentySessions('e', 5)));
  expect(await year()).toEqual([]);
  await store.refresh();
  expect(await year()).toEqual([{ possible: 20, absent: 5 }]);
  await store.load(
    batch('AttendanceMark', [mark('e', '2024-09-02', 'AM', 'X')], {
      run: 'run-2',
      deletedKeys: [['e', '2024-09-02', 'PM']],
    }),
  );
  await store.refresh();
  expect(await year()).toEqual([{ possible: 18, absent: 3 }]);
  const keys = twentySessions('e', 0).map(({ enrolmentId, date, session }) => [enrolmentId, date, session]);
  expect((await store.load(batch('AttendanceMark', [], { deletedKeys: keys }))).deleted).toBe(19);
  await store.refresh();
  expect(await year()).toEqual([]);
  await store.close();
});

test('a session counts in one school year: 31 August and 1 September are two', async () => {
  const store = await opened();
  await store.load(
    batch('AttendanceMark', [mark('e', '2024-08-31', 'PM', '/'), mark('e', '2024-09-01', 'AM', '/')]),
  );
  await store.refresh();
  expect(await store.query(sql`select academic_year from attendance_year order by academic_year`)).toEqual([
    { academic_year: 2023 },
    { academic_year: 2024 },
  ]);
  await store.close();
});

test('where two sources mark one enrolment, the one with more sessions is shown, whole', async () => {
  const store = await opened();
  await store.load(batch('AttendanceMark', twentySessions('e', 4), { source: 'mis' }));
  await store.load(batch('AttendanceMark', twentySessions('e', 0).slice(0, 6), { source: 'zeta' }));
  await store.refresh();
  const shown = sql`select possible, absent from attendance_year`;
  expect(await store.query(shown)).toEqual([{ possible: 20, absent: 4 }]);
  expect(await store.query(sql`select count(*) as n from attendance_mark`)).toEqual([{ n: 20 }]);
  await store.close();
});

test('marks that name another school than before take the enrolment there', async () => {
  const store = await opened();
  await store.load(batch('AttendanceMark', twentySessions('e', 1)));
  const before = await store.snapshot();
  const moved = mark('e', '2024-10-01', 'AM', '/', { organisationId: 'urn:2' });
  await store.load(batch('AttendanceMark', [moved], { run: 'run-2' }));
  await store.refresh();
  expect(await store.query(sql`select organisation_id, possible from attendance_year`)).toEqual([
    { organisation_id: 'urn:2', possible: 21 },
  ]);
  expect(await store.snapshot()).not.toBe(before);
  await store.close();
});
