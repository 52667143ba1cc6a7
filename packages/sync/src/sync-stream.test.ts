import { CollegialError } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import { codeOf, only, rows } from './__fixtures__/helpers.ts';
import { MemoryTarget } from './__fixtures__/memory-target.ts';
import { pagesStream, sourceOf } from './__fixtures__/test-source.ts';
import { sync } from './sync.ts';

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

  it('that read slowly are committed after some time, not only when a batch is full', async () => {
    let time = 0;
    const pages = Array.from({ length: 6 }, (_, index) => rows(index, index + 1));
    const commits = async (commitInterval: number) => {
      const target = new MemoryTarget();
      const sizes: number[] = [];
      target.beforeLoad = (batch) => {
        if (batch.records.length > 0) sizes.push(batch.records.length);
      };
      const source = sourceOf({ schools: pagesStream(pages) });
      await sync({ sources: [source], target, commitInterval, now: () => ++time * 1_000 });
      return sizes;
    };
    expect(await commits(1e9)).toEqual([6]);
    expect((await commits(1)).length).toBe(6);
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
      connector: { ...source.connector, specVersion: 3 },
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
