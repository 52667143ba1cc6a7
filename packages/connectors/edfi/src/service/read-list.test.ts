import { createHttpClient } from '@collegial/connector-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EdfiConfig } from '../edfi-config.ts';
import { createEdfiServer, type EdfiServerOptions } from '../testing/index.ts';
import { fetchToken } from './fetch-token.ts';
import { openApi } from './open-api.ts';
import { type ListOptions, readList } from './read-list.ts';

const pad = (number: number) => String(number).padStart(32, '0');

/** A server with rows 0, 10, 20 … and a client that reads them. */
async function opened(rows: number, options: Partial<EdfiServerOptions> = {}, settings: object = {}) {
  const server = createEdfiServer({ dataset: {}, ...options });
  for (let index = 0; index < rows; index += 1)
    server.put('students', { studentUniqueId: String(index) }, pad(index * 10));
  const { clientId, clientSecret } = server;
  const config = EdfiConfig.parse({
    baseUrl: 'https://edfi.example/api',
    clientId,
    clientSecret,
    ...settings,
  });
  const http = createHttpClient({
    settings: {
      baseUrl: config.baseUrl,
      authorization: { type: 'token', fetchToken: (fetch, signal) => fetchToken(config, fetch, signal) },
    },
    fetch: ((input: string | URL | Request, init?: RequestInit) =>
      server.handle(new Request(input, init))) as typeof fetch,
    sleep: async () => undefined,
  });
  const logger = { debug: () => undefined, info: () => undefined, warn: () => undefined };
  const context = { config, http, logger };
  const api = await openApi(context);
  const read = async (more: Partial<ListOptions> = {}) => {
    const ids: string[] = [];
    let pages = 0;
    for await (const page of readList(context, api, { path: 'ed-fi/students', ...more })) {
      ids.push(...page.rows.map((row) => (row as { id: string }).id));
      pages += 1;
    }
    return { ids, pages };
  };
  return { server, api, read, context };
}
const all = (rows: number) => Array.from({ length: rows }, (_, index) => pad(index * 10));

describe('a list', () => {
  it.each([
    ['7.3', {}],
    ['6.2', {}],
    ['6.2', { clamp: 3 }],
    ['7.3', { clamp: 3 }],
    ['7.3', { version: '7.2' }],
  ])('comes whole from version %s %j, whatever its length', async (version, options) => {
    for (const rows of [0, 1, 4, 5, 6, 10, 11, 23]) {
      const { read } = await opened(rows, { version, ...options }, { pageSize: 5 });
      const { ids } = await read();
      expect([...new Set(ids)].sort()).toEqual(all(rows));
      const windowed = await read({ windowed: true, search: { maxChangeVersion: 10_000 } });
      expect([...new Set(windowed.ids)].sort()).toEqual(all(rows));
    }
  });

  it('is read from its end, each row once in a window', async () => {
    const { read } = await opened(12, { version: '6.2' }, { pageSize: 5 });
    const { ids, pages } = await read({ windowed: true });
    expect(pages).toBe(3);
    expect(ids[0]).toBe(pad(70));
    expect(ids).toHaveLength(12);
  });

  it('of an API that is said to page by cursor and does not is read by offset', async () => {
    const { read, api } = await opened(30, { version: '7.0' }, { pageSize: 5 });
    api.cursorPaging = true;
    expect([...new Set((await read()).ids)].sort()).toEqual(all(30));
    expect(api.cursorPaging).toBe(false);
  });

  it('loses no row when others come and go while it is read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('6.2', '7.3'),
        fc.boolean(),
        fc.array(fc.record({ at: fc.integer({ min: 3, max: 14 }), row: fc.nat(250), add: fc.boolean() }), {
          maxLength: 6,
        }),
        async (version, windowed, changes) => {
          let request = 0;
          const removed = new Set<string>();
          const added: number[] = [];
          const { server, read } = await opened(
            23,
            {
              version,
              onRequest: () => {
                request += 1;
                for (const { at, row, add } of changes)
                  if (at === request) {
                    const guid = pad(row);
                    // In a window of change versions new rows are outside it.
                    if (add && row % 10 !== 0)
                      server.put('students', { studentUniqueId: `new ${row}` }, guid);
                    else if (!add && row % 10 === 0 && server.delete('students', guid)) removed.add(guid);
                  }
              },
            },
            { pageSize: 5 },
          );
          added.push(server.newest);
          request = 0;
          const { ids } = await read(
            windowed ? { windowed, search: { maxChangeVersion: server.newest } } : {},
          );
          const missing = all(23).filter((id) => !ids.includes(id) && !removed.has(id));
          expect(missing).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('that is answered with a limit above 500 is refused by the server, as by a real one', async () => {
    const { context, api } = await opened(3);
    await expect(
      context.http.json(`${api.data}/ed-fi/students`, { search: { limit: 501 } }),
    ).rejects.toMatchObject({ code: 'http.schema' });
  });

  it('that has rows and gives none is an error, and no end', async () => {
    const { context, api } = await opened(8, { version: '6.2' }, { pageSize: 5 });
    const http: typeof context.http = {
      ...context.http,
      json: async <Body>(path: string, request = {}) => {
        const answer = await context.http.json<Body>(path, request);
        return { ...answer, body: (Array.isArray(answer.body) ? [] : answer.body) as Body };
      },
    };
    const read = async () => {
      for await (const _ of readList({ ...context, http }, api, { path: 'ed-fi/students' }));
    };
    await expect(read()).rejects.toMatchObject({ code: 'http.upstream' });
  });

  it('whose page token comes again is a loop', async () => {
    const { context, api } = await opened(8, {}, { pageSize: 2 });
    const http: typeof context.http = {
      ...context.http,
      json: async <Body>(path: string, request = {}) => {
        const answer = await context.http.json<Body>(path, request);
        return {
          ...answer,
          headers: new Headers({ ...Object.fromEntries(answer.headers), 'next-page-token': 'same' }),
        };
      },
    };
    const read = async () => {
      for await (const _ of readList({ ...context, http }, api, { path: 'ed-fi/students' }));
    };
    await expect(read()).rejects.toMatchObject({ code: 'paging.loop' });
  });
});
