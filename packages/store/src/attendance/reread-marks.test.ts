import { join } from 'node:path';
import { sql } from '@collegial/query';
import { expect, test } from 'vitest';
import { batch, mark } from '../__fixtures__/records.ts';
import { createFolders, meddle } from '../__fixtures__/stores.ts';
import { openStore } from '../open-store.ts';

const folder = createFolders();
const marks = [
  mark('e', '2024-09-02', 'AM', '/'),
  mark('e', '2024-09-02', 'PM', 'I', { statistical: 'authorised', minutesLate: 3 }),
  mark('f', '2024-09-02', 'AM', '/', { organisationId: 'urn:2' }),
];
const school = { id: 'urn:1', kind: 'school' as const, name: 'A' };
const year = sql`select enrolment_id as e, possible, absent, unknown from attendance_year order by 1`;

test('marks are read anew when their organisation turns out to be elsewhere, and back', async () => {
  const store = await openStore({ path: ':memory:', threads: 1 });
  await store.load(batch('AttendanceMark', marks));
  await store.load(batch('Organisation', [{ ...school, jurisdiction: 'XX' }]));
  await store.refresh();
  expect(await store.query(year)).toEqual([
    { e: 'e', possible: 1, absent: 1, unknown: 1 },
    { e: 'f', possible: 1, absent: 0, unknown: 0 },
  ]);
  expect(await store.unknownCodes()).toEqual([
    { code: '/', jurisdiction: 'XX', firstDay: '2024-09-02', lastDay: '2024-09-02', count: 1 },
  ]);
  const elsewhere = await store.snapshot();

  const other = await openStore({ path: ':memory:', threads: 1 });
  await other.load(batch('Organisation', [{ ...school, jurisdiction: 'XX' }]));
  await other.load(batch('AttendanceMark', marks));
  await other.refresh();
  expect(await other.snapshot()).toBe(elsewhere);
  await other.close();

  await store.load(batch('Organisation', [], { deletedKeys: [['urn:1']] }));
  await store.refresh();
  expect(await store.query(year)).toEqual([
    { e: 'e', possible: 2, absent: 1, unknown: 0 },
    { e: 'f', possible: 1, absent: 0, unknown: 0 },
  ]);
  await store.close();
});

test('marks are read anew when a store is opened with other code sets than they were read with', async () => {
  const path = join(folder(), 'store.duckdb');
  const first = await openStore({ path });
  await first.load(batch('AttendanceMark', marks));
  await first.refresh();
  await first.close();
  await meddle(
    path,
    // As if the code “/” had not been known to the version that loaded these marks.
    'update data.attendance_mark set meaning = 0, legal = 0 where meaning = 1',
    'update data.attendance_month set unknown = unknown | present, present = 0',
    "update bookkeeping.meta set value = 'earlier' where name = 'codes-hash'",
  );
  const second = await openStore({ path });
  expect(await second.query(year)).toEqual([
    { e: 'e', possible: 2, absent: 1, unknown: 0 },
    { e: 'f', possible: 1, absent: 0, unknown: 0 },
  ]);
  expect(await second.unknownCodes()).toEqual([]);
  await second.close();
});
