import { expect, test } from 'vitest';
import { batch, mark } from './__fixtures__/records.ts';
import { openStore } from './open-store.ts';

test('the snapshot id follows the content: changed by what changes it, back when it is undone', async () => {
  const store = await openStore({ path: ':memory:', threads: 1 });
  const empty = await store.snapshot();
  await store.load(batch('Student', [{ id: 'a' }]));
  const one = await store.snapshot();
  expect(one).not.toBe(empty);
  await store.load(batch('Student', [{ id: 'a' }], { run: 'run-2' }));
  expect(await store.snapshot()).toBe(one);
  await store.load(batch('Student', [{ id: 'a', sex: 'F' }], { run: 'run-3' }));
  expect(await store.snapshot()).not.toBe(one);
  await store.load(batch('Student', [{ id: 'a' }], { run: 'run-4' }));
  expect(await store.snapshot()).toBe(one);
  await store.load(batch('Student', [], { deletedKeys: [['a']] }));
  expect(await store.snapshot()).toBe(empty);
  await store.close();
});

test('marks change the id, and a roll-up that is due gives another than one that is up to date', async () => {
  const store = await openStore({ path: ':memory:', threads: 1 });
  const empty = await store.snapshot();
  await store.load(batch('AttendanceMark', [mark('e', '2024-09-02', 'AM', '/')]));
  const due = await store.snapshot();
  await store.refresh();
  const done = await store.snapshot();
  expect(new Set([empty, due, done]).size).toBe(3);
  await store.load(batch('AttendanceMark', [mark('e', '2024-09-02', 'AM', 'I')], { run: 'run-2' }));
  await store.refresh();
  expect(await store.snapshot()).not.toBe(done);
  await store.load(batch('AttendanceMark', [mark('e', '2024-09-02', 'AM', '/')], { run: 'run-3' }));
  await store.refresh();
  expect(await store.snapshot()).toBe(done);
  await store.load(batch('AttendanceMark', [], { deletedKeys: [['e', '2024-09-02', 'AM']] }));
  await store.refresh();
  expect(await store.snapshot()).toBe(empty);
  await store.close();
});
