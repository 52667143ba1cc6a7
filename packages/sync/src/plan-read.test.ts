import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { only, rows } from './__fixtures__/helpers.ts';
import { MemoryTarget } from './__fixtures__/memory-target.ts';
import { pagesStream, sourceOf } from './__fixtures__/test-source.ts';
import { sync } from './sync.ts';

describe('runs after runs', () => {
  const since = {
    schema: z.object({ since: z.int() }),
    version: 2,
    migrate: (old: unknown, version: number) => (version === 1 ? { since: Number(old) } : undefined),
  };
  /** Changes 0 … at − 1, read from a place on. */
  const changes = (at: number, starts: unknown[], cursor = since) =>
    pagesStream([], {
      cursor: cursor as never,
      async *read(context) {
        const from = (context.cursor as { since: number } | undefined)?.since ?? 0;
        starts.push([from, context.resuming]);
        yield { rows: rows(from, at), place: {}, cursor: { since: at } as never, total: at - from };
      },
    });

  it('go on from the end of the last, or from the beginning when told, with the same result', async () => {
    const starts: unknown[] = [];
    const step = new MemoryTarget();
    for (const at of [3, 3, 7])
      await sync({ sources: [sourceOf({ schools: changes(at, starts) })], target: step });
    const whole = new MemoryTarget();
    await sync({ sources: [sourceOf({ schools: changes(7, starts) })], target: whole });
    expect(step.contents('test', 'Organisation')).toEqual(whole.contents('test', 'Organisation'));
    const again = await sync({
      sources: [sourceOf({ schools: changes(7, starts) })],
      target: step,
      full: true,
    });
    expect(only(again)).toMatchObject({ mode: 'full', unchanged: 7, loaded: 0 });
    expect(starts).toEqual([
      [0, false],
      [3, false],
      [3, false],
      [0, false],
      [0, false],
    ]);
  });

  it('do not say that all is there after a run that got too few rows, until a full one got them', async () => {
    const target = new MemoryTarget();
    let given = 2;
    const some = pagesStream([], {
      cursor: since as never,
      async *read(context) {
        const from = (context.cursor as { since: number } | undefined)?.since ?? 0;
        yield {
          rows: rows(from, from === 0 ? given : 3),
          place: {},
          cursor: { since: 3 } as never,
          total: 3 - from,
        };
      },
    });
    const run = async (full = false) =>
      only(await sync({ sources: [sourceOf({ schools: some })], target, full })).completeness;
    expect(await run()).toEqual({ unverified: 'The source has 3 rows and gave 2.' });
    expect(await run()).toEqual({ unverified: expect.stringContaining('earlier run') });
    expect(await run()).toEqual({ unverified: expect.stringContaining('earlier run') });
    given = 3;
    expect(await run(true)).toBe('verified');
    expect(await run()).toBe('verified');
  });

  it('keep the cursor when an incremental read finds nothing', async () => {
    const target = new MemoryTarget();
    const starts: unknown[] = [];
    await sync({ sources: [sourceOf({ schools: changes(3, starts) })], target });
    const silent = pagesStream([], { cursor: since as never, async *read() {} });
    expect(only(await sync({ sources: [sourceOf({ schools: silent })], target }))).toMatchObject({
      mode: 'incremental',
      checkpoint: { cursor: { since: 3 }, complete: true },
    });
  });

  it('migrate an old cursor, and begin anew with a note when it does not fit', async () => {
    const starts: unknown[] = [];
    const target = new MemoryTarget();
    const old = { schema: z.int() as never, version: 1 } as never;
    const oldStream = pagesStream([], {
      cursor: old,
      async *read() {
        yield { rows: rows(0, 2), place: {}, cursor: 2 as never };
      },
    });
    await sync({ sources: [sourceOf({ schools: oldStream })], target });
    expect(only(await sync({ sources: [sourceOf({ schools: changes(4, starts) })], target })).notes).toEqual(
      [],
    );
    const newer = { schema: z.object({ token: z.string() }), version: 3 } as never;
    expect(
      only(await sync({ sources: [sourceOf({ schools: changes(4, starts, newer) })], target })).notes[0],
    ).toContain('does not fit');
    expect(starts).toEqual([
      [2, false],
      [0, false],
    ]);
  });

  it('begin anew when the connector says that the cursor is of no use', async () => {
    const target = new MemoryTarget();
    const pages = Array.from({ length: 4 }, (_, index) => rows(index, index + 1));
    const broken = pagesStream(pages, {
      async *read() {
        yield { rows: [{ id: 's0' }, { id: 1 }], place: {}, cursor: { page: 1 } };
        throw new Error('x');
      },
    });
    const first = only(await sync({ sources: [sourceOf({ schools: broken })], target }));
    const restarting = pagesStream(pages, {
      async *read({ restart, cursor }) {
        expect(cursor).toEqual({ page: 1 });
        restart('The file has changed.');
        yield { rows: rows(0, 4), place: {}, cursor: { page: 9 }, total: 4 };
      },
    });
    const second = only(await sync({ sources: [sourceOf({ schools: restarting })], target }));
    expect(second.run).not.toBe(first.run);
    expect(second).toMatchObject({
      rows: 4,
      loaded: 3,
      unchanged: 1,
      quarantined: 0,
      resumedAfter: null,
      completeness: 'verified',
    });
    expect(second.notes[0]).toContain('The file has changed.');
  });
});
