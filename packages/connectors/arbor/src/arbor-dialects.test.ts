import { beforeAll, describe, expect, it } from 'vitest';
import { morning, newStore, schoolServer, syncSchool } from './__fixtures__/city-school.ts';
import { arbor } from './arbor-connector.ts';
import { failureIn } from './reading/arbor-client.ts';

const streams = ['schools', 'students', 'classes', 'suspensions'];
let plain: string;

beforeAll(async () => {
  const store = await newStore();
  await syncSchool(schoolServer(), store, { streams });
  plain = await store.snapshot();
  await store.close();
});

describe('what the official client leaves open', () => {
  it.each([
    ['pages counted from 0', { firstPage: 0 as const }],
    ['pages counted from 1, of which 0 is another name', { pageZeroIsFirst: true }],
    ['pages of seven rows, whatever is asked for', { mostPerPage: 7 }],
    ['pages of seven rows, counted from 0', { mostPerPage: 7, firstPage: 0 as const }],
    ['lists that give addresses only', { onlyReferences: true }],
  ])('%s: the records are the same', async (_, options) => {
    const store = await newStore();
    const report = await syncSchool(schoolServer(options), store, { streams });
    expect(report.streams.map(({ error }) => error)).toEqual(streams.map(() => undefined));
    expect(await store.snapshot()).toBe(plain);
    await store.close();
  });
});

describe('credentials', () => {
  it('that are wrong fail every stream by name', async () => {
    const server = schoolServer();
    const report = await syncSchool(server, await newStore(), { streams, config: { password: 'wrong' } });
    expect(new Set(report.streams.map(({ error }) => error?.code))).toEqual(new Set(['http.auth']));
    expect(JSON.stringify(report)).not.toContain('wrong');
  });

  it('that may not read a stream leave the others alone', async () => {
    const report = await syncSchool(schoolServer({ refused: ['FixedPeriodExclusion'] }), await newStore(), {
      streams,
    });
    expect(report.streams.map(({ stream, status }) => [stream, status])).toEqual([
      ['schools', 'complete'],
      ['students', 'complete'],
      ['classes', 'complete'],
      ['suspensions', 'unreadable'],
    ]);
  });

  it('that may not read what completes a record give the record without it, and the report counts it', async () => {
    const store = await newStore();
    const report = await syncSchool(schoolServer({ refused: ['Person'] }), store, { streams: ['students'] });
    expect(report.streams[0]).toMatchObject({ status: 'complete', quarantined: 0, drift: { Person: 1 } });
    await store.close();
  });
});

describe('a failure that is told with status 200', () => {
  it('is a failure, unless it says that there is no such record', () => {
    expect(failureIn({ response: { code: 500, success: false, reason: 'secret words' } })).toBe(
      'the answer says that it failed (code 500)',
    );
    expect(failureIn({ status: { success: false } })).toBe('the answer says that it failed (code unknown)');
    expect(failureIn({ response: { code: 404 } })).toBeUndefined();
    expect(failureIn({ response: { code: 200, success: true }, students: [] })).toBeUndefined();
    expect(failureIn({ students: [] })).toBeUndefined();
    expect(failureIn(null)).toBeUndefined();
  });
});

describe('over HTTP', () => {
  it('reads a school with a user name and a password', async () => {
    const server = schoolServer();
    const { url, close } = await server.listen();
    const store = await newStore();
    try {
      const report = await syncSchool({ ...server, handle: (request) => fetch(request) }, store, {
        streams,
        config: { baseUrl: url },
      });
      expect(report.status).toBe('complete');
      expect(await store.snapshot()).toBe(plain);
    } finally {
      await close();
      await store.close();
    }
  });
});

describe('settings', () => {
  it('need the address, the credentials and the number of the school', () => {
    expect(() =>
      arbor({ baseUrl: 'https://a.uk.arbor.sc', username: 'a', password: 'b', urn: 'Thornwick' }),
    ).toThrow(expect.objectContaining({ code: 'config.invalid' }));
    const { config, connector } = arbor({
      baseUrl: 'https://a.uk.arbor.sc',
      username: 'a',
      password: 'b',
      urn: '100001',
    });
    expect(JSON.stringify(config)).not.toContain('"b"');
    expect(connector.http?.(config).baseUrl).toBe('https://a.uk.arbor.sc/rest-v2/');
    expect(JSON.stringify(connector.scope?.(config))).not.toContain('secret');
  });

  it('narrow attendance to the days that are asked for, and read anew what they add', async () => {
    const server = schoolServer();
    const store = await newStore();
    const read = (from: string, now = morning) =>
      syncSchool(server, store, { streams: ['attendance'], now, config: { attendance: { from } } });
    const narrow = await read('2023-03-09');
    const wide = await read('2023-03-06', morning + 86_400_000);
    expect(wide.streams[0]).toMatchObject({ mode: 'full' });
    expect(wide.streams[0]?.rows).toBeGreaterThan(narrow.streams[0]?.rows as number);
    await store.close();
  });
});
