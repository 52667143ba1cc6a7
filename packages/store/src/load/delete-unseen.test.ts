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

test('without a number to go by, only what two complete runs in a row did not meet is deleted', async () => {
  const store = await opened();
  const run = async (name: string, met: readonly string[]) => {
    await store.load(batch('Student', students(...met), { run: name, trackSeen: true }));
    return await store.deleteUnseen({ ...options, run: name, missedTwice: true });
  };
  expect(await run('1', ['a', 'b', 'c', 'd'])).toEqual({ deleted: 0, kept: 0 });
  expect(await run('2', ['a', 'b', 'c'])).toEqual({ deleted: 0, kept: 1 });
  // The same run once more, as after a crash before its checkpoint: it is no second run.
  expect(await run('2', [])).toEqual({ deleted: 0, kept: 1 });
  expect(await run('3', ['a', 'b', 'd'])).toEqual({ deleted: 0, kept: 1 });
  expect(await ids(store)).toEqual(['a', 'b', 'c', 'd']);
  expect(await run('4', ['a', 'b', 'd'])).toEqual({ deleted: 1, kept: 0 });
  expect(await ids(store)).toEqual(['a', 'b', 'd']);
  await store.close();
});

test('what a run in between met is not taken for missed twice, whether or not that run was complete', async () => {
  const store = await opened();
  const load = (name: string, ...met: readonly string[]) =>
    store.load(batch('Student', students(...met), { run: name, trackSeen: true }));
  const ended = (name: string) => store.deleteUnseen({ ...options, run: name, missedTwice: true });
  await load('1', 'a', 'b', 'c', 'd');
  await ended('1');
  await load('2', 'a', 'b');
  expect(await ended('2')).toEqual({ deleted: 0, kept: 2 });
  await load('changes', 'c', 'e');
  await load('3', 'a', 'b', 'd');
  expect(await ended('3')).toEqual({ deleted: 0, kept: 2 });
  expect(await ids(store)).toEqual(['a', 'b', 'c', 'd', 'e']);
  await load('4', 'a', 'b', 'd');
  expect(await ended('4')).toEqual({ deleted: 2, kept: 0 });
  expect(await ids(store)).toEqual(['a', 'b', 'd']);
  await store.close();
});

test('a run that may go by a number deletes at once what an earlier one kept', async () => {
  const store = await opened();
  await store.load(batch('Student', students('a', 'b', 'c'), { run: '1', trackSeen: true }));
  await store.load(batch('Student', students('a', 'b'), { run: '2', trackSeen: true }));
  expect(await store.deleteUnseen({ ...options, run: '2', missedTwice: true })).toEqual({
    deleted: 0,
    kept: 1,
  });
  await store.load(batch('Student', students('a', 'b'), { run: '3', trackSeen: true }));
  expect(await store.deleteUnseen({ ...options, run: '3' })).toEqual({ deleted: 1 });
  expect(await ids(store)).toEqual(['a', 'b']);
  await store.close();
});

test('the share counts what would be kept, too: an empty list is no complete run', async () => {
  const store = await opened();
  await store.load(batch('Student', students('a', 'b', 'c', 'd'), { run: '1', trackSeen: true }));
  expect(await store.deleteUnseen({ ...options, run: '2', missedTwice: true })).toHaveProperty('refused');
  await store.load(batch('Student', students('a', 'b', 'c'), { run: '3', trackSeen: true }));
  expect(await store.deleteUnseen({ ...options, run: '3', missedTwice: true })).toEqual({
    deleted: 0,
    kept: 1,
  });
  await store.close();
});

test('what the source said is gone counts no longer as held, and may come back', async () => {
  const store = await opened();
  await store.load(batch('Student', students('a', 'b', 'c', 'd'), { run: '1', trackSeen: true }));
  await store.load(batch('Student', [], { run: '2', trackSeen: true, deletedKeys: [['b'], ['c']] }));
  await store.load(batch('Student', students('a'), { run: '3', trackSeen: true }));
  expect(await store.deleteUnseen({ ...options, run: '3' })).toEqual({ deleted: 1 });
  await store.load(batch('Student', students('a', 'b'), { run: '4', trackSeen: true }));
  expect(await store.deleteUnseen({ ...options, run: '4' })).toEqual({ deleted: 0 });
  expect(await ids(store)).toEqual(['a', 'b']);
  await store.close();
});

test('many runs that meet the same keys leave one row of each', async () => {
  const store = await opened();
  for (let run = 0; run < 5; run += 1)
    await store.load(batch('Student', students('a', 'b'), { run: `${run}`, trackSeen: true }));
  const [seen] = await store.query<{ rows: bigint }>(sql`select count(*) as rows from bookkeeping.seen`);
  expect(Number(seen?.rows)).toBe(2);
  await store.close();
});
