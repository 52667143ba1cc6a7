import { sql } from '@collegial/query';
import { expect, test } from 'vitest';
import { batch, mark } from '../__fixtures__/records.ts';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';

const opened = async () => await openStore({ path: ':memory:', threads: 1 });
const options = { source: 'mis', stream: 'student', entity: 'Student' as const, maxShare: 0.5 };
const students = (...ids: readonly string[]) => ids.map((id) => ({ id }));
const ids = async (store: Store) =>
  (await store.query<{ id: string }>(sql`select id from student order by id`)).map(({ id }) => id);

test('records that a later run did not meet are deleted', async () => {
  const store = await opened();
  await store.load(batch('Student', students('a', 'b', 'c'), { run: '1', trackSeen: true }));
  expect(await store.deleteUnseen({ ...options, run: '1' })).toEqual({ deleted: 0 });
  await store.load(batch('Student', students('a', 'c'), { run: '2', trackSeen: true }));
  expect(await store.deleteUnseen({ ...options, run: '2' })).toEqual({ deleted: 1 });
  expect(await ids(store)).toEqual(['a', 'c']);
  await store.close();
});

test('more than the allowed share is refused, and nothing is deleted until a run meets enough', async () => {
  const store = await opened();
  await store.load(batch('Student', students('a', 'b', 'c', 'd'), { run: '1', trackSeen: true }));
  await store.load(batch('Student', students('a'), { run: '2', trackSeen: true }));
  expect(await store.deleteUnseen({ ...options, run: '2' })).toEqual({
    refused: expect.stringContaining('3 of 4'),
  });
  expect(await ids(store)).toEqual(['a', 'b', 'c', 'd']);
  await store.load(batch('Student', students('a', 'b', 'd'), { run: '3', trackSeen: true }));
  expect(await store.deleteUnseen({ ...options, run: '3' })).toEqual({ deleted: 1 });
  expect(await ids(store)).toEqual(['a', 'b', 'd']);
  await store.close();
});

test('an empty run deletes nothing', async () => {
  const store = await opened();
  await store.load(batch('Student', students('a'), { run: '1', trackSeen: true }));
  expect(await store.deleteUnseen({ ...options, run: '2' })).toHaveProperty('refused');
  expect(await ids(store)).toEqual(['a']);
  await store.close();
});

test('what another stream or source holds stays', async () => {
  const store = await opened();
  await store.load(batch('Student', students('a', 'b'), { run: '1', trackSeen: true }));
  await store.load(batch('Student', students('b'), { run: '1', stream: 'leavers', trackSeen: true }));
  await store.load(batch('Student', students('c'), { run: '1', stream: 'others' }));
  await store.load(batch('Student', students('b'), { run: '1', source: 'second', trackSeen: true }));
  await store.load(batch('Student', students('a'), { run: '2', trackSeen: true }));
  expect(await store.deleteUnseen({ ...options, run: '2' })).toEqual({ deleted: 0 });
  expect(await ids(store)).toEqual(['a', 'b', 'c']);
  expect((await store.counts()).Student).toBe(4);
  await store.close();
});

test('attendance marks go from the masks too', async () => {
  const store = await opened();
  const marks = [mark('e', '2024-09-02', 'AM', '/'), mark('e', '2024-09-02', 'PM', 'I')];
  await store.load(batch('AttendanceMark', marks, { run: '1', trackSeen: true }));
  await store.load(batch('AttendanceMark', marks.slice(0, 1), { run: '2', trackSeen: true }));
  const gone = { source: 'mis', stream: 'attendance_mark', entity: 'AttendanceMark' as const, run: '2' };
  expect(await store.deleteUnseen({ ...gone, maxShare: 0.5 })).toEqual({ deleted: 1 });
  await store.refresh();
  expect(await store.query(sql`select possible, authorised from attendance_year`)).toEqual([
    { possible: 1, authorised: 0 },
  ]);
  await store.close();
});
