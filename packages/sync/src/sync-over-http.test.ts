import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  byNextUrl,
  csvCursor,
  csvStreamPages,
  defineConnector,
  pagingCursor,
  type Source,
  secret,
  stream,
} from '@collegial/connector-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { MemoryTarget } from './__fixtures__/memory-target.ts';
import { sync } from './sync.ts';

const pages = 25;
const perPage = 20;
let faults: Record<number, 'limit' | 'reset' | 'html' | 'cut' | 'loop'> = {};
let given = 0;
let served = 0;

/**
 * A school system that pages by URL, wants a token, and fails as it is told, once for each request that is
 * named.
 */
const server = createServer((request, response) => {
  const url = new URL(request.url as string, 'http://localhost');
  if (url.pathname === '/token') {
    given += 1;
    response.end(JSON.stringify({ access_token: `token-${given}` }));
    return;
  }
  served += 1;
  const fault = faults[served];
  const page = Number(url.searchParams.get('page') ?? 1);
  const data = Array.from({ length: perPage }, (_, index) => ({
    urn: `${page * 1000 + index}`,
    name: 'A school',
  }));
  const next = page < pages ? `/schools?page=${fault === 'loop' ? page - 1 : page + 1}` : null;
  const body = JSON.stringify({ data, next, total: pages * perPage });
  if (request.headers.authorization !== `Bearer token-${given}`) response.writeHead(401).end();
  else if (fault === 'limit') response.writeHead(429, { 'retry-after': '1' }).end('<h1>Too many</h1>');
  else if (fault === 'html') response.end('<html>Sign in</html>');
  else if (fault === 'cut') response.end(body.slice(0, 300));
  else if (fault === 'reset') {
    response.writeHead(200, { 'content-length': body.length });
    response.write(body.slice(0, 300), () => request.socket.destroy());
  } else response.end(body);
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => server.close());

const config = z.strictObject({ baseUrl: z.url(), key: secret() });
const connector = defineConnector({
  id: 'web',
  specVersion: 2,
  about: { reads: 'http', authentication: ['bearer token'], paging: ['next URL'], verified: ['synthetic'] },
  title: 'Web',
  config,
  http: ({ baseUrl }) => ({
    baseUrl,
    authorization: {
      type: 'token',
      async fetchToken(fetch, signal) {
        const body = (await (await fetch(`${baseUrl}token`, { method: 'POST', signal })).json()) as {
          access_token: string;
        };
        return { token: body.access_token, expiresInSeconds: 3600 };
      },
    },
  }),
  streams: {
    schools: stream<z.output<typeof config>>()({
      entity: 'Organisation',
      title: 'Schools',
      deletes: 'snapshot-diff',
      cursor: pagingCursor,
      wire: z.object({ urn: z.string(), name: z.string() }),
      read: ({ http, cursor, signal }) =>
        byNextUrl<{ data: unknown[]; next: string | null; total: number }>({
          http,
          signal,
          path: 'schools',
          from: cursor,
          rows: (body) => body.data,
          next: (body) => body.next,
          total: (body) => body.total,
        }),
      map: ({ urn, name }) => ({ id: `urn:${urn}`, kind: 'school', name }),
    }),
  },
});

const run = (target: MemoryTarget, told: typeof faults) => {
  faults = told;
  served = 0;
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const source = connector({ baseUrl, key: 'k' }) as unknown as Source;
  return sync({ sources: [source], target, batchSize: 50, sleep: async () => undefined, now: clock() });
};

/** A clock that moves on each time it is read, so that no wait lasts. */
function clock() {
  let time = Date.parse('2024-09-02T08:00:00Z');
  return () => {
    time += 1000;
    return time;
  };
}

it('gets through limits, broken connections and bodies cut short, and verifies that it has everything', async () => {
  const target = new MemoryTarget();
  const report = await run(target, { 2: 'limit', 5: 'reset', 9: 'cut', 10: 'limit' });
  expect(report.streams[0]).toMatchObject({
    status: 'complete',
    rows: 500,
    loaded: 500,
    completeness: 'verified',
    deletes: 'applied',
  });
  expect(target.contents('web', 'Organisation')).toHaveLength(500);
});

it.each([
  ['html', 'http.schema'],
  ['loop', 'paging.loop'],
] as const)('stops at %s, deletes nothing, and resumes where it stopped', async (fault, code) => {
  const target = new MemoryTarget();
  const first = (await run(target, { 12: fault })).streams[0];
  expect(first).toMatchObject({
    status: 'failed',
    error: { code },
    deletes: { unknown: expect.any(String) },
  });
  const rows = first?.rows as number;
  expect(rows).toBeGreaterThanOrEqual(11 * perPage);
  const second = (await run(target, {})).streams[0];
  expect(served).toBe(pages - rows / perPage + (given > 0 ? 0 : 1));
  expect(second).toMatchObject({
    status: 'complete',
    rows: 500,
    loaded: 500,
    duplicate: 0,
    resumedAfter: { rows },
    deletes: 'applied',
  });
});

it('reads a CSV file with broken lines, each counted at its line, and removes nothing because of them', async () => {
  const lines = Array.from({ length: 30 }, (_, index) => `${index},"School ${index}"`);
  lines[10] = '10,"open';
  lines[20] = '20';
  const csv = defineConnector({
    id: 'csv',
    specVersion: 2,
    about: { reads: 'http', authentication: ['bearer token'], paging: ['next URL'], verified: ['synthetic'] },
    title: 'CSV',
    config: z.strictObject({}),
    streams: {
      schools: stream<object>()({
        entity: 'Organisation',
        title: 'Schools',
        deletes: 'snapshot-diff',
        cursor: csvCursor,
        wire: z.object({ urn: z.string(), name: z.string() }),
        read: (context) =>
          csvStreamPages({
            context,
            size: 7,
            files: [
              {
                name: 'a.csv',
                bytes: Buffer.from(`URN,Name\r\n${lines.join('\r\n')}\r\n`),
                columns: { urn: 'URN', name: 'Name' },
              },
            ],
          }),
        map: ({ urn, name }) => ({ id: `urn:${urn}`, kind: 'school', name }),
      }),
    },
  });
  const target = new MemoryTarget();
  const report = (await sync({ sources: [csv({}) as unknown as Source], target })).streams[0];
  expect(report).toMatchObject({
    rows: 30,
    read: 30,
    loaded: 28,
    quarantined: 2,
    completeness: 'verified',
    deletes: { unknown: expect.any(String) },
  });
  expect(report?.quarantine.map(({ place, code }) => [code, place.file, place.line, place.row])).toEqual([
    ['csv.malformed', 'a.csv', 12, 11],
    ['csv.malformed', 'a.csv', 22, 21],
  ]);
});
