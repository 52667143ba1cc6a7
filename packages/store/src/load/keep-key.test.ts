import { sql } from '@collegial/query';
import { expect, it } from 'vitest';
import { batch } from '../__fixtures__/records.ts';
import { openStore } from '../open-store.ts';

it('refuses records whose pseudonyms come from another key, whole, and goes on with the first', async () => {
  const store = await openStore({ path: ':memory:', threads: 1 });
  const load = (id: string, keyFingerprint?: string) =>
    store.load({
      ...batch('Student', [{ id }], { run: id }),
      ...(keyFingerprint !== undefined && { keyFingerprint }),
    });
  await load('plain');
  await load('a', 'first');
  await expect(load('b', 'second')).rejects.toMatchObject({ code: 'identity.key-changed' });
  await load('c', 'first');
  const rows = await store.query<{ id: string }>(sql`select id from student order by id`);
  expect(rows.map(({ id }) => id)).toEqual(['a', 'c', 'plain']);
  await store.close();
});
