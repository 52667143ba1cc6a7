import { defineConnector, type Source } from '@collegial/connector-kit';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { only, rows } from './__fixtures__/helpers.ts';
import { MemoryTarget } from './__fixtures__/memory-target.ts';
import { pagesStream, type TestRow } from './__fixtures__/test-source.ts';
import { sync } from './sync.ts';

type Told = 'feed' | 'tombstone' | 'snapshot-diff' | 'none';

/** What a source gives in one run. */
interface Given {
  readonly rows: readonly TestRow[];
  /** The total that the source gives; `true`: the rows of this run, `false`: none. */
  readonly total?: boolean | number;
  readonly restart?: boolean;
  readonly partial?: boolean;
  readonly setting?: string;
  readonly deletes?: Told;
  readonly cursorVersion?: number;
  readonly fails?: boolean;
}

function following(given: Given): Source {
  const { deletes = 'feed', total = true, cursorVersion = 1, setting = 'all' } = given;
  const connector = defineConnector({
    id: 'test',
    specVersion: 2,
    title: 'Test',
    about: { reads: 'program', authentication: [], paging: [], verified: ['synthetic'] },
    config: z.strictObject({ setting: z.string() }),
    streams: {
      schools: pagesStream([], {
        deletes,
        cursor: { schema: z.object({ page: z.int() }), version: cursorVersion },
        async *read({ cursor, restart, partial }) {
          if (given.restart) restart('The server forgot its log.');
          if (given.partial) partial('Only a part came.');
          yield {
            rows: given.rows,
            place: { page: 1 },
            cursor: { page: (cursor?.page ?? 0) + 1 },
            ...(total !== false && { total: total === true ? given.rows.length : total }),
          };
          if (given.fails) throw new Error('broken');
        },
      }) as never,
    },
  });
  return connector({ setting }, { name: 'test' }) as unknown as Source;
}

function keeping() {
  const target = new MemoryTarget();
  return {
    target,
    held: () => target.contents('test', 'Organisation').length,
    read: async (given: Given, options: { full?: boolean; maxDeletedShare?: number } = {}) =>
      only(await sync({ sources: [following(given)], target, ...options })),
  };
}

describe.each(['feed', 'tombstone'] as const)('a stream whose deletions come as a %s', (deletes) => {
  it('applies them on its first read and incrementally, and takes nothing else for gone', async () => {
    const { read, held } = keeping();
    expect(await read({ deletes, rows: [...rows(0, 10), { id: 1 }] })).toMatchObject({
      mode: 'full',
      deletes: 'applied',
    });
    const changes = [{ id: 's9', what: 'remove' as const }, ...rows(10, 11)];
    expect(await read({ deletes, rows: changes })).toMatchObject({
      mode: 'incremental',
      deletes: 'applied',
      deleted: 1,
      deletedUnseen: 0,
    });
    expect(held()).toBe(10);
  });

  it.each<[string, Partial<Given>, { full?: boolean }]>([
    ['a full sync is asked for', {}, { full: true }],
    ['the server forgot its log', { restart: true }, {}],
    ['the cursor no longer fits', { cursorVersion: 2 }, {}],
  ])('removes what a read from the beginning did not meet when %s', async (_, given, options) => {
    const { read, held } = keeping();
    await read({ deletes, rows: rows(0, 10) });
    await read({ deletes, rows: rows(10, 11) });
    // Its deletion was told while the cursor was lost, and so were those of what came incrementally.
    const again = await read({ deletes, rows: [...rows(0, 4), ...rows(5, 10)], ...given }, options);
    expect(again).toMatchObject({ mode: 'full', deletes: 'applied', deletedUnseen: 2 });
    expect(held()).toBe(9);
    expect(await read({ deletes, rows: rows(11, 12), ...given, restart: false })).toMatchObject({
      mode: 'incremental',
      deletes: 'applied',
    });
    expect(held()).toBe(10);
  });

  it.each<[string, Partial<Given>, RegExp]>([
    ['something was set aside', { rows: [...rows(0, 9), { id: 1 }] }, /set aside/],
    ['the settings have changed', { rows: rows(0, 9), setting: 'some' }, /settings/],
    ['too much would go', { rows: rows(0, 3) }, /would be removed/],
    ['the source gives no total', { rows: rows(0, 9), total: false }, /1 records that were not met are kept/],
  ])('removes nothing when read anew and %s', async (_, given, reason) => {
    const { read, held } = keeping();
    await read({ deletes, rows: rows(0, 10) });
    const again = await read({ deletes, rows: [], restart: true, ...given });
    expect(again).toMatchObject({ status: 'complete', deletedUnseen: 0 });
    expect(again.deletes).toEqual({ unknown: expect.stringMatching(reason) });
    expect(held()).toBe(10);
  });

  it('never takes a part for the whole', async () => {
    const { read, held } = keeping();
    await read({ deletes, rows: rows(0, 10) });
    const options = { full: true, maxDeletedShare: 1 };
    for (const _ of ['first', 'second'])
      expect(await read({ deletes, rows: rows(0, 9), partial: true }, options)).toMatchObject({
        deletes: 'applied',
        deletedUnseen: 0,
      });
    expect(held()).toBe(10);
  });

  it('without a total, removes what two full reads did not meet', async () => {
    const { read, held } = keeping();
    await read({ deletes, rows: rows(0, 10), total: false });
    await read({ deletes, rows: rows(0, 9), total: false }, { full: true });
    expect(held()).toBe(10);
    const second = await read({ deletes, rows: rows(0, 9), total: false }, { full: true });
    expect(second).toMatchObject({ deletes: 'applied', deletedUnseen: 1 });
    expect(held()).toBe(9);
  });

  it('takes the number of rows of a page for no total', async () => {
    const { read, held } = keeping();
    await read({ deletes, rows: rows(0, 10), total: 3 });
    const again = await read({ deletes, rows: rows(0, 9), total: 3 }, { full: true });
    expect(again).toMatchObject({
      deletedUnseen: 0,
      completeness: { unverified: expect.stringContaining('is none') },
    });
    expect(held()).toBe(10);
  });

  it('compares also when the new read was interrupted and goes on', async () => {
    const { read, held } = keeping();
    await read({ deletes, rows: rows(0, 10) });
    await read({ deletes, rows: rows(0, 9), fails: true }, { full: true });
    expect(held()).toBe(10);
    const resumed = await read({ deletes, rows: [], total: 9 });
    expect(resumed).toMatchObject({ mode: 'full', rows: 9, deletes: 'applied', deletedUnseen: 1 });
    expect(held()).toBe(9);
  });
});

it('a first read that was interrupted and goes on is still the first', async () => {
  const { read } = keeping();
  await read({ rows: [...rows(0, 5), { id: 1 }], fails: true });
  expect(await read({ rows: [] })).toMatchObject({ mode: 'full', quarantined: 1, deletes: 'applied' });
});

it('a restart does not forget that the settings are others than those of the records', async () => {
  const { read, held } = keeping();
  const deletes = 'snapshot-diff' as const;
  await read({ deletes, rows: rows(0, 10) });
  await read({ deletes, rows: rows(0, 9), setting: 'some' });
  const again = await read({ deletes, rows: rows(0, 9), setting: 'some', restart: true });
  expect(again.deletes).toMatchObject({ unknown: expect.stringContaining('settings') });
  expect(held()).toBe(10);
});

it('what comes incrementally is known to a later comparison', async () => {
  const { read, target } = keeping();
  const deletes = 'snapshot-diff' as const;
  await read({ deletes, rows: rows(0, 9) });
  await read({ deletes, rows: rows(9, 10) });
  expect(target.batches.every(({ trackSeen }) => trackSeen === true)).toBe(true);
  expect(await read({ deletes, rows: rows(0, 9) }, { full: true })).toMatchObject({ deletedUnseen: 1 });
});

it('a stream that cannot tell of deletions is not tracked', async () => {
  const { read, target } = keeping();
  await read({ deletes: 'none', rows: rows(0, 9) });
  expect(await read({ deletes: 'none', rows: rows(0, 3) }, { full: true })).toMatchObject({
    deletes: 'none',
  });
  expect(target.batches.some(({ trackSeen }) => trackSeen === true)).toBe(false);
});
