import { CollegialError } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MemoryTarget } from './__fixtures__/memory-target.ts';
import { pagesStream, sourceOf, type TestRow } from './__fixtures__/test-source.ts';
import { sync } from './sync.ts';
import type { SyncProgress } from './sync-options.ts';
import type { Counts, StreamReport, SyncReport } from './sync-report.ts';

const rows = (from: number, to: number, what?: TestRow['what']): TestRow[] =>
  Array.from({ length: to - from }, (_, index) => ({ id: `s${from + index}`, ...(what && { what }) }));

const only = (report: SyncReport): StreamReport => report.streams[0] as StreamReport;
const counts = ({
  rows: all,
  skipped,
  read,
  loaded,
  unchanged,
  deleted,
  duplicate,
  quarantined,
}: Counts): Counts => ({
  rows: all,
  skipped,
  read,
  loaded,
  unchanged,
  deleted,
  duplicate,
  quarantined,
});
const addsUp = (it: Counts) =>
  it.read === it.loaded + it.unchanged + it.deleted + it.duplicate + it.quarantined;

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error) => (CollegialError.isInstance(error) ? error.code : `other: ${error}`),
  );
}

describe('a sync', () => {
  it('loads, counts, says that it is complete, and refreshes', async () => {
    const target = new MemoryTarget();
    const report = await sync({
      sources: [sourceOf({ schools: pagesStream([rows(0, 3), rows(3, 5)]) })],
      target,
    });
    expect(report).toMatchObject({ status: 'complete', totals: { rows: 5, read: 5, loaded: 5 } });
    expect(only(report)).toMatchObject({
      source: 'test',
      stream: 'schools',
      entity: 'Organisation',
      status: 'complete',
      mode: 'full',
      completeness: 'verified',
      deletes: 'none',
      resumedAfter: null,
      checkpoint: { cursor: { page: 2 }, complete: true },
    });
    expect(target.contents('test', 'Organisation')).toHaveLength(5);
    // Defaults of the entity are filled in.
    expect(JSON.parse(target.contents('test', 'Organisation')[0] as string)).toMatchObject({
      status: 'open',
      jurisdiction: 'GB-ENG',
      town: null,
    });
    expect(target.refreshed).toBe(1);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('counts every row that cannot be used, with its place and reason', async () => {
    const page: unknown[] = [
      { id: 's0' },
      { id: 7 },
      { id: 's2', what: 'bad record' },
      { id: 's3', what: 'reject' },
      { id: 's4', what: 'skip' },
      { id: 's5', what: 'remove' },
      { id: 's6', what: 'throw' },
      { id: 's7', what: 'two' },
      { id: 's8', what: 'none' },
      { id: 's0' },
      'not even an object',
      { id: 's9', what: 'nothing' },
    ];
    const target = new MemoryTarget();
    const stream = pagesStream([rows(100, 102), page]);
    const report = only(await sync({ sources: [sourceOf({ schools: stream })], target }));
    expect(counts(report)).toEqual({
      rows: 14,
      skipped: 2,
      read: 13,
      loaded: 5,
      unchanged: 1,
      deleted: 0,
      duplicate: 1,
      quarantined: 6,
    });
    expect(report.skippedBy).toEqual({ 'a national total': 1, 'the row holds no record': 1 });
    expect(report.quarantine.map(({ place, code }) => [place.page, place.row, place.field, code])).toEqual([
      [2, 2, 'id', 'record.invalid'],
      [2, 3, 'openedOn', 'record.invalid'],
      [2, 4, 'number', 'record.invalid'],
      [2, 7, undefined, 'connector.failed'],
      [2, 11, undefined, 'record.invalid'],
      [2, 12, undefined, 'connector.failed'],
    ]);
    expect(target.quarantined).toEqual(report.quarantine);
    expect(report.quarantineBy).toContainEqual({ code: 'connector.failed', field: '', count: 2 });
    expect(report.drift).toEqual({ id: 1, row: 1 });
    expect(JSON.stringify(report)).not.toContain('s6');
  });

  it('takes lines and rows of files for places', async () => {
    const read = async function* () {
      yield {
        rows: [{ id: 1 }, { id: 's' }, { id: 2 }],
        lines: [2, 3, 7],
        place: { file: 'a.csv', row: 1 },
        cursor: { page: 1 },
      };
      yield { rows: [{ id: 3 }], place: { file: 'a.csv', line: 9 } };
    };
    const report = only(
      await sync({ sources: [sourceOf({ schools: pagesStream([], { read }) })], target: new MemoryTarget() }),
    );
    expect(report.quarantine.map(({ place }) => place)).toEqual([
      { source: 'test', file: 'a.csv', line: 2, row: 1, field: 'id' },
      { source: 'test', file: 'a.csv', line: 7, row: 3, field: 'id' },
      { source: 'test', file: 'a.csv', line: 9, field: 'id' },
    ]);
  });

  it('lists a thousand of those set aside and counts all', async () => {
    const target = new MemoryTarget();
    const report = only(
      await sync({ sources: [sourceOf({ schools: pagesStream([rows(0, 2500, 'reject')]) })], target }),
    );
    expect(report.quarantine).toHaveLength(1000);
    expect(report.quarantined).toBe(2500);
    expect(target.quarantined).toHaveLength(2500);
  });

  it('puts pages into batches, each ending where a page ends', async () => {
    const target = new MemoryTarget();
    const pages = Array.from({ length: 10 }, (_, index) => rows(index * 4, index * 4 + 4));
    await sync({ sources: [sourceOf({ schools: pagesStream(pages) })], target, batchSize: 10 });
    expect(
      target.batches.map((batch) => [
        batch.records.length,
        batch.checkpoint.cursor,
        batch.checkpoint.complete,
      ]),
    ).toEqual([
      [12, { page: 3 }, false],
      [12, { page: 6 }, false],
      [12, { page: 9 }, false],
      [4, { page: 10 }, true],
    ]);
  });

  it('reads on while the target writes, and writes one batch at a time', async () => {
    const target = new MemoryTarget();
    const log: string[] = [];
    let writing = 0;
    target.beforeLoad = async () => {
      writing += 1;
      log.push('write');
      expect(writing).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 30));
      writing -= 1;
      log.push('written');
    };
    const read = async function* () {
      for (let page = 0; page < 3; page += 1) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        log.push(`read ${page}`);
        yield { rows: rows(page, page + 1), place: {}, cursor: { page } };
      }
    };
    await sync({ sources: [sourceOf({ schools: pagesStream([], { read }) })], target, batchSize: 1 });
    expect(log.indexOf('read 1')).toBeLessThan(log.indexOf('written'));
  });

  it('gives progress, seldom, and at the end', async () => {
    const seen: SyncProgress[] = [];
    const pages = Array.from({ length: 500 }, (_, index) => rows(index, index + 1));
    await sync({
      sources: [sourceOf({ schools: pagesStream(pages) })],
      target: new MemoryTarget(),
      onProgress: (progress) => seen.push(progress),
    });
    expect(seen.length).toBeLessThan(100);
    expect(seen.at(-1)).toMatchObject({
      source: 'test',
      stream: 'schools',
      phase: 'done',
      rows: 500,
      read: 500,
      loaded: 500,
      total: 500,
    });
    expect(seen.at(-1)?.ratePerSecond).toBeGreaterThan(0);
  });
});

describe('streams', () => {
  const failing = (error: unknown) =>
    pagesStream([], {
      async *read() {
        yield { rows: rows(0, 2), place: { page: 1 }, cursor: { page: 1 } };
        yield { rows: rows(2, 4), place: { page: 2 } };
        throw error;
      },
    });

  it('that fail keep what they had up to a place to resume at, and do not stop the others', async () => {
    const target = new MemoryTarget();
    const error = new CollegialError({ code: 'http.scope', message: 'Not for you.' });
    const sources = [
      sourceOf({ a: failing(error), b: failing(new RangeError('A123')), c: pagesStream([rows(9, 10)]) }),
    ];
    const report = await sync({ sources, target });
    expect(report.status).toBe('incomplete');
    expect(report.streams.map(({ status, error: failure }) => [status, failure?.code])).toEqual([
      ['failed', 'http.scope'],
      ['failed', 'connector.failed'],
      ['complete', undefined],
    ]);
    expect(only(report)).toMatchObject({
      rows: 2,
      read: 2,
      loaded: 2,
      checkpoint: { cursor: { page: 1 }, complete: false },
      completeness: { unverified: expect.any(String) },
    });
    expect(JSON.stringify(report)).not.toContain('A123');
    expect(target.refreshed).toBe(1);
  });

  it('whose batch could not be written commit nothing after it', async () => {
    const target = new MemoryTarget();
    target.beforeLoad = (batch) => {
      if (JSON.stringify(batch.records).includes('"s3"')) throw new Error('disk full');
    };
    const pages = Array.from({ length: 8 }, (_, index) => rows(index, index + 1));
    const source = sourceOf({ schools: pagesStream(pages) });
    const report = await sync({ sources: [source], target, batchSize: 1 });
    expect(only(report)).toMatchObject({
      status: 'failed',
      error: { code: 'store.query-failed' },
      loaded: 3,
      read: 3,
      checkpoint: { cursor: { page: 3 } },
    });
    target.beforeLoad = () => undefined;
    expect(only(await sync({ sources: [source], target }))).toMatchObject({
      status: 'complete',
      loaded: 8,
      resumedAfter: { loaded: 3 },
    });
  });

  it('fail as a whole when there is no key for identifiers, instead of row by row', async () => {
    const stream = pagesStream([rows(0, 3)], {
      map: ({ id }, { identity }) => ({ id: identity.pseudonym('x', id), kind: 'school', name: 'A' }),
    });
    const source = sourceOf({ schools: stream });
    expect(only(await sync({ sources: [source], target: new MemoryTarget() }))).toMatchObject({
      status: 'failed',
      error: { code: 'identity.key-missing' },
    });
    const key = Buffer.alloc(32, 7).toString('base64');
    expect(only(await sync({ sources: [source], target: new MemoryTarget(), key })).loaded).toBe(3);
  });

  it('can be chosen; what cannot be is refused before anything is read', async () => {
    const target = new MemoryTarget();
    const sources = ['north', 'south'].map((name) =>
      sourceOf({ a: pagesStream([rows(0, 1)]), b: pagesStream([rows(0, 1)]) }, name),
    );
    const chosen = await sync({ sources, target, streams: ['a', 'south.b'] });
    expect(chosen.streams.map(({ source, stream }) => `${source}.${stream}`)).toEqual([
      'north.a',
      'south.a',
      'south.b',
    ]);
    expect(await codeOf(sync({ sources, target, streams: ['c'] }))).toBe('argument.invalid');
    expect(await codeOf(sync({ sources: [...sources, ...sources], target }))).toBe('argument.invalid');
    expect(await codeOf(sync({ sources, target, batchSize: 0 }))).toBe('argument.invalid');
    const old = sources.map((source) => ({
      ...source,
      connector: { ...source.connector, specVersion: 3 as 1 },
    }));
    expect(await codeOf(sync({ sources: old, target }))).toBe('connector.spec-version');
  });

  it('that make requests without saying how are failed connectors', async () => {
    const stream = pagesStream([], {
      async *read({ http }) {
        await http.json('x');
        yield* [];
      },
    });
    expect(
      only(await sync({ sources: [sourceOf({ schools: stream })], target: new MemoryTarget() })).error?.code,
    ).toBe('connector.failed');
  });

  it('that cannot be refreshed are loaded all the same', async () => {
    const target = new MemoryTarget();
    target.refresh = () => Promise.reject(new Error('no'));
    const report = await sync({ sources: [sourceOf({ schools: pagesStream([rows(0, 1)]) })], target });
    expect(report).toMatchObject({
      status: 'incomplete',
      refreshError: { code: 'store.query-failed' },
      totals: { loaded: 1 },
    });
  });
});

describe('abort', () => {
  it('stops at once, keeps what is committed, and tells of the streams not begun', async () => {
    const target = new MemoryTarget();
    const controller = new AbortController();
    const read = async function* () {
      yield { rows: rows(0, 2), place: {}, cursor: { page: 1 } };
      await new Promise(() => undefined);
    };
    setTimeout(() => controller.abort(), 50);
    const sources = [sourceOf({ a: pagesStream([], { read }), b: pagesStream([rows(0, 1)]) })];
    const report = await sync({ sources, target, signal: controller.signal, batchSize: 1 });
    expect(report.status).toBe('aborted');
    expect(report.milliseconds).toBeLessThan(1000);
    expect(report.streams.map(({ status, error, loaded }) => [status, error?.code, loaded])).toEqual([
      ['aborted', 'sync.aborted', 2],
      ['aborted', 'sync.aborted', 0],
    ]);
    expect(target.contents('test', 'Organisation')).toHaveLength(2);
  });
});

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
    expect(report).toMatchObject({ read: 4, deleted: 1, unchanged: 2, quarantined: 1, deletes: 'applied' });
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
