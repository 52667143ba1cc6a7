import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { addsUp, only, rows } from './__fixtures__/helpers.ts';
import { MemoryTarget } from './__fixtures__/memory-target.ts';
import { pagesStream, sourceOf } from './__fixtures__/test-source.ts';
import { sync } from './sync.ts';

describe('deletions', () => {
  it('told by the source are applied and counted', async () => {
    const target = new MemoryTarget();
    const run = (page: unknown[]) =>
      sync({ sources: [sourceOf({ schools: pagesStream([page], { deletes: 'tombstone' }) })], target });
    await run(rows(0, 4));
    const report = only(
      await run([
        { id: 's0', what: 'remove' },
        { id: 's9', what: 'remove' },
        { id: '', what: 'remove' },
        { id: 's1' },
      ]),
    );
    expect(report).toMatchObject({ read: 4, deleted: 1, unchanged: 2, quarantined: 1, deletedUnseen: 0 });
    // It read everything once more, and cannot tell whether what it set aside is among what it did not meet.
    expect(report.deletes).toEqual({ unknown: expect.stringContaining('set aside') });
    expect(target.contents('test', 'Organisation')).toHaveLength(3);
  });

  it('and records with one key in one batch leave what came last', async () => {
    const target = new MemoryTarget();
    const page = [
      { id: 'a' },
      { id: 'a', what: 'remove' },
      { id: 'b', what: 'remove' },
      { id: 'b' },
      { id: 'c' },
      { id: 'c', what: 'remove' },
      { id: 'c', name: 'Again' },
      { id: 'd', what: 'remove' },
      { id: 'd', what: 'remove' },
    ];
    const report = only(
      await sync({ sources: [sourceOf({ schools: pagesStream([page], { deletes: 'feed' }) })], target }),
    );
    expect(
      target.contents('test', 'Organisation').map((json) => [JSON.parse(json).id, JSON.parse(json).name]),
    ).toEqual([
      ['b', 'A school'],
      ['c', 'Again'],
    ]);
    expect(report).toMatchObject({ read: 9, loaded: 2, unchanged: 2, duplicate: 5 });
    expect(addsUp(report)).toBe(true);
  });

  const snapshot = (pages: unknown[][], options = {}) =>
    sourceOf({ schools: pagesStream(pages, { deletes: 'snapshot-diff', ...options }) });

  it('by snapshot difference follow a complete read alone', async () => {
    const target = new MemoryTarget();
    await sync({ sources: [snapshot([rows(0, 10)])], target });
    const report = only(await sync({ sources: [snapshot([rows(0, 5), rows(5, 9)])], target, batchSize: 5 }));
    expect(report).toMatchObject({
      deletes: 'applied',
      deletedUnseen: 1,
      deleted: 0,
      unchanged: 9,
      checkpoint: { complete: true },
    });
    expect(target.contents('test', 'Organisation')).toHaveLength(9);
  });

  it.each([
    ['something was set aside', [rows(0, 9), [{ id: 1 }]], {}, /set aside/],
    ['too much would go', [rows(0, 3)], {}, /would be removed/],
    [
      'the source gave less than it says',
      [],
      {
        async *read() {
          yield { rows: rows(0, 9), place: {}, total: 10 };
        },
      },
      /10 rows and gave 9/,
    ],
    [
      'the read broke off',
      [],
      {
        async *read() {
          yield { rows: rows(0, 9), place: {} };
          throw new Error('x');
        },
      },
      /not read to its end/,
    ],
  ])('do not follow when %s', async (_, pages, options, reason) => {
    const target = new MemoryTarget();
    await sync({ sources: [snapshot([rows(0, 10)])], target });
    const report = only(await sync({ sources: [snapshot(pages as unknown[][], options)], target }));
    expect(report.deletes).toEqual({ unknown: expect.stringMatching(reason) });
    expect(report.deletedUnseen).toBe(0);
    expect(target.contents('test', 'Organisation')).toHaveLength(10);
  });

  it('do not follow an incremental read, also not one that was interrupted', async () => {
    const target = new MemoryTarget();
    const cursor = { schema: z.object({ page: z.int() }), version: 1 };
    const stream = (fail: boolean) =>
      snapshot([], {
        cursor,
        async *read({ cursor: from }: { cursor?: { page: number } }) {
          const page = (from?.page ?? 0) + 1;
          yield { rows: from === undefined ? rows(0, 10) : rows(0, 1), place: {}, cursor: { page } };
          if (fail) throw new Error('x');
        },
      });
    await sync({ sources: [stream(false)], target });
    expect(only(await sync({ sources: [stream(false)], target })).deletes).toEqual({
      unknown: expect.stringContaining('incremental'),
    });
    await sync({ sources: [stream(true)], target });
    expect(only(await sync({ sources: [stream(false)], target })).deletes).toEqual({
      unknown: expect.stringContaining('incremental'),
    });
    expect(target.contents('test', 'Organisation')).toHaveLength(10);
  });
});
