import { sql } from '@collegial/query';
import { expect, test } from 'vitest';
import { batch } from '../__fixtures__/records.ts';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';

const opened = async () => await openStore({ path: ':memory:', threads: 1 });
const students = (...ids: readonly string[]) => ids.map((id) => ({ id }));
const tracked = { run: '1', trackSeen: true } as const;
const held = async (store: Store) => ({
  stored: (await store.query<{ id: string }>(sql`select id from data.student order by id`)).map(
    ({ id }) => id,
  ),
  met: (await store.query<{ key: string }>(sql`select key from bookkeeping.seen order by key`)).map(
    ({ key }) => key,
  ),
});

test('a key that comes again in a later batch of the first run is a duplicate, and there once', async () => {
  const store = await opened();
  expect(await store.load(batch('Student', students('a', 'b'), tracked))).toMatchObject({ loaded: 2 });
  expect(await store.load(batch('Student', students('c', 'b'), tracked))).toMatchObject({
    loaded: 1,
    duplicate: 1,
  });
  expect(await store.load(batch('Student', students('d', 'd'), tracked))).toMatchObject({
    loaded: 1,
    duplicate: 1,
  });
  expect(await held(store)).toEqual({ stored: ['a', 'b', 'c', 'd'], met: ['a', 'b', 'c', 'd'] });
  await store.close();
});

test('what another stream, or one that nobody tracks, loads in between is met', async () => {
  for (const between of [{ stream: 'others' }, { stream: 'others', trackSeen: true }, {}]) {
    const store = await opened();
    await store.load(batch('Student', students('a'), tracked));
    await store.load(batch('Student', students('b'), { run: '1', ...between }));
    await store.load(batch('Student', students('b', 'c'), tracked));
    expect((await held(store)).stored).toEqual(['a', 'b', 'c']);
    await store.close();
  }
});

test('a batch that was undone can be loaded again', async () => {
  const store = await opened();
  await store.load(batch('Student', students('a'), { ...tracked, keyFingerprint: 'one' }));
  const other = batch('Student', students('b'), { ...tracked, keyFingerprint: 'another' });
  await expect(store.load(other)).rejects.toMatchObject({ code: 'identity.key-changed' });
  const broken = batch('Student', students('c'), tracked);
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  await expect(
    store.load({ ...broken, checkpoint: { ...broken.checkpoint, cursor: cyclic } }),
  ).rejects.toThrow();
  expect(await store.load(batch('Student', students('a', 'b', 'c'), tracked))).toMatchObject({
    loaded: 2,
    duplicate: 1,
  });
  expect(await held(store)).toEqual({ stored: ['a', 'b', 'c'], met: ['a', 'b', 'c'] });
  await store.close();
});
