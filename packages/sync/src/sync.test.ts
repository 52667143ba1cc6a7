import { describe, expect, it } from 'vitest';
import { counts, only, rows } from './__fixtures__/helpers.ts';
import { MemoryTarget } from './__fixtures__/memory-target.ts';
import { pagesStream, sourceOf } from './__fixtures__/test-source.ts';
import { sync } from './sync.ts';
import type { SyncProgress } from './sync-options.ts';

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
