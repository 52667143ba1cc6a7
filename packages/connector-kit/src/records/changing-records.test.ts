import { type EntityInput, entities } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Source } from '../contract/define-connector.ts';
import { outcomeOf, type Removed } from '../contract/mapped.ts';
import type { Page } from '../contract/page.ts';
import { type ChangingRecords, changing } from './changing-records.ts';
import { fromRecords } from './from-records.ts';

const signal = new AbortController().signal;

/** What one stream of a source reads, mapped. */
async function read(source: Source, entity: string, cursor?: unknown) {
  const stream = source.connector.streams[entity] as NonNullable<(typeof source.connector.streams)[string]>;
  const pages: Page[] = [];
  for await (const page of stream.read({ cursor, signal } as never)) pages.push(page);
  const mapped = pages.flatMap(({ rows }) =>
    rows.map((row) => stream.map(stream.wire.parse(row), {} as never)),
  );
  const removed = mapped.filter((one) => outcomeOf(one as object) === 'removed') as Removed[];
  return { pages, stream, mapped, removed: removed.map(({ key }) => key) };
}

const group = (id: string): EntityInput<'SchoolGroup'> => ({ id, name: `Group ${id}` });

describe('lists and functions', () => {
  it.each([0, 1, 999, 1000, 1001, 2500])(
    'say how many of %i records there are when the end is reached',
    async (count) => {
      const source = fromRecords({
        SchoolGroup: async function* () {
          for (let number = 0; number < count; number += 1) yield group(String(number));
        },
      });
      const { pages, stream } = await read(source, 'SchoolGroup');
      expect(pages.flatMap(({ rows }) => rows)).toHaveLength(count);
      expect(pages.map(({ total }) => total)).toEqual([...pages.slice(1).map(() => undefined), count]);
      expect(stream.deletes).toBe('snapshot-diff');
    },
  );

  it('say nothing of it when the database fails before', async () => {
    const source = fromRecords({
      SchoolGroup: async function* () {
        for (let number = 0; number < 1500; number += 1) yield group(String(number));
        throw new Error('connection lost');
      },
    });
    const stream = source.connector.streams.SchoolGroup;
    const totals: unknown[] = [];
    const reading = async () => {
      for await (const { total } of stream?.read({ signal } as never) ?? []) totals.push(total);
    };
    await expect(reading()).rejects.toThrow('connection lost');
    expect(totals).toEqual([undefined]);
  });
});

describe('changing records', () => {
  const versions: { revision: string; id: string; gone?: boolean }[] = [
    { revision: '2026-01-01', id: 'A' },
    { revision: '2026-01-02', id: 'B' },
    { revision: '2026-01-03', id: 'A', gone: true },
  ];
  const groups: ChangingRecords<'SchoolGroup'> = {
    deletes: 'feed',
    async *read({ cursor = '' }) {
      for (const { revision, id, gone } of versions)
        if (revision >= cursor)
          yield { ...(gone ? { deleted: [id] } : { records: [group(id)] }), cursor: revision };
    },
  };

  it('are read from the beginning, then from the cursor on, with what is gone', async () => {
    const source = fromRecords({ SchoolGroup: groups });
    const all = await read(source, 'SchoolGroup');
    expect(all.pages.map(({ cursor }) => cursor)).toEqual(['2026-01-01', '2026-01-02', '2026-01-03']);
    expect(all.pages.map(({ place }) => place.row)).toEqual([1, 2, 3]);
    expect(all.mapped.slice(0, 2)).toEqual([group('A'), group('B')]);
    expect(all.removed).toEqual([['A']]);
    const since = await read(source, 'SchoolGroup', '2026-01-03');
    expect(since.pages).toHaveLength(1);
    expect(since.stream).toMatchObject({ deletes: 'feed', cursor: { version: 1 } });
  });

  it('name the whole key where it has several parts', async () => {
    expect(entities.AttendanceMark.key).toHaveLength(3);
    const source = fromRecords({
      AttendanceMark: {
        deletes: 'feed',
        async *read() {
          yield { deleted: [['e1', '2026-01-05', 'AM']], total: 1 };
        },
      },
    });
    const { removed, pages } = await read(source, 'AttendanceMark');
    expect(removed).toEqual([['e1', '2026-01-05', 'AM']]);
    expect(pages[0]).toMatchObject({ total: 1 });
  });

  it('can have a cursor of any shape, which is checked', () => {
    const source = fromRecords({
      SchoolGroup: changing({
        cursor: z.strictObject({ revision: z.int() }),
        version: 3,
        deletes: 'none',
        async *read({ cursor }) {
          yield { records: [group('A')], cursor: { revision: (cursor?.revision ?? 0) + 1 } };
        },
      }),
    });
    const shape = source.connector.streams.SchoolGroup?.cursor;
    expect(shape?.version).toBe(3);
    expect(shape?.schema.safeParse({ revision: 2 }).success).toBe(true);
    expect(shape?.schema.safeParse('2').success).toBe(false);
  });

  it('stop when the host does', async () => {
    const stopped = new AbortController();
    const source = fromRecords({ SchoolGroup: groups });
    const pages = source.connector.streams.SchoolGroup?.read({ signal: stopped.signal } as never);
    stopped.abort();
    await expect(
      (async () => {
        for await (const _ of pages ?? []) void _;
      })(),
    ).rejects.toThrow();
  });
});
