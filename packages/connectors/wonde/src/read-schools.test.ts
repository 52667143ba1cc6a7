import { createHttpClient, type Logger, type Page, type ReadContext } from '@collegial/connector-kit';
import type { CollegialError } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import { mapContext } from './__fixtures__/test-context.ts';
import { type ReadPlan, readSchools } from './read-schools.ts';
import type { WondeConfig } from './wonde-config.ts';
import type { WondeCursor } from './wonde-cursor.ts';

const base = 'https://wonde.example/v1.0';
const clock = 'Thu, 20 Nov 2025 09:00:00 GMT';
const silent: Logger = { debug() {}, info() {}, warn() {} };
const plan: ReadPlan = { parts: [{ path: 'students' }, { path: 'students-leaver' }], incremental: true };

interface Script {
  readonly config?: Parameters<typeof mapContext>[0];
  readonly cursor?: WondeCursor;
  readonly now?: string;
  readonly answer: (path: string, search: URLSearchParams) => unknown;
}

/** Reads with answers from a function: a body, or a status that is a number. */
async function read({ config, cursor, now = clock, answer }: Script, how = plan) {
  const asked: string[] = [];
  const restarts: string[] = [];
  const fetch = async (input: Request | string | URL) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const path = url.pathname.replace('/v1.0/', '');
    asked.push(`${path}${url.search}`);
    const body = answer(path, url.searchParams);
    return typeof body === 'number'
      ? new Response('{}', { status: body })
      : Response.json(body, { headers: { date: now } });
  };
  const context: ReadContext<WondeConfig, WondeCursor> = {
    ...mapContext({ baseUrl: base, ...config }),
    cursor,
    resuming: false,
    http: createHttpClient({
      settings: { baseUrl: base, authorization: { type: 'none' }, retries: 0 },
      fetch: fetch as typeof globalThis.fetch,
    }),
    signal: new AbortController().signal,
    logger: silent,
    now: () => Date.parse(clock),
    restart: (reason) => restarts.push(reason),
    partial: () => undefined,
  };
  const pages: Page<WondeCursor>[] = [];
  let error: CollegialError | undefined;
  try {
    for await (const page of readSchools(context, how)) pages.push(page);
  } catch (thrown) {
    error = thrown as CollegialError;
  }
  const ids = pages.flatMap(({ rows }) => rows.map((row) => (row as { id?: string } | null)?.id));
  return { pages, ids, asked, restarts, error, last: pages.at(-1)?.cursor };
}

const schools = {
  data: [
    { id: 'A2', name: 'Two' },
    { id: 'A1', name: 'One', urn: 990001 },
  ],
};
const rows = (...ids: string[]) => ({ data: ids.map((id) => ({ id })) });
const two = (path: string) => (path === 'schools' ? schools : rows(path));

describe('readSchools', () => {
  it('reads every part of every school in the order of their ids', async () => {
    const { ids, last, error } = await read({ answer: two });
    expect(ids).toEqual([
      'schools/A1/students',
      'schools/A1/students-leaver',
      'schools/A2/students',
      'schools/A2/students-leaver',
    ]);
    expect(last).toEqual({
      filter: 'attendance /',
      schools: { A1: '2025-11-20 09:00:00', A2: '2025-11-20 09:00:00' },
    });
    expect(error).toBeUndefined();
  });

  it('tells each row its school', async () => {
    const { pages } = await read({ answer: two });
    expect(
      pages.map(
        ({ rows: [row] }) => (row as { ofSchool?: { organisationId: string } })?.ofSchool?.organisationId,
      ),
    ).toEqual(['urn:990001', 'urn:990001', 'wonde:A2', 'wonde:A2', undefined]);
  });

  it('reaches back by the overlap the next time, by the clock of the server', async () => {
    const cursor = { filter: 'attendance /', schools: { A1: '2025-11-19 10:00:00' } };
    const { asked } = await read({ cursor, answer: two, config: { overlapHours: 2 } });
    expect(asked.map(decodeURIComponent)).toEqual([
      'schools?per_page=200',
      'schools/A1/students?per_page=200&updated_after=2025-11-19+08:00:00',
      'schools/A1/students-leaver?per_page=200&updated_after=2025-11-19+08:00:00',
      'schools/A2/students?per_page=200',
      'schools/A2/students-leaver?per_page=200',
    ]);
  });

  it('goes on from any page as if it had not been stopped', async () => {
    const answer = (path: string, search: URLSearchParams) => {
      if (path === 'schools') return schools;
      const page = Number(search.get('page') ?? 1);
      const next = page < 3 ? `${base}/${path}?page=${page + 1}` : null;
      return { ...rows(`${path} ${page}`), meta: { pagination: { next, more: next !== null } } };
    };
    const whole = await read({ answer });
    expect(whole.ids).toHaveLength(12);
    for (const [index, { cursor }] of whole.pages.slice(0, -1).entries()) {
      const rest = await read({
        answer,
        cursor: cursor as WondeCursor,
        now: 'Thu, 20 Nov 2025 09:30:00 GMT',
      });
      expect(rest.ids).toEqual(whole.ids.slice(index + 1));
      expect(rest.last).toEqual(whole.last);
    }
  });

  it('reads schools that were done again when the pass was left long ago', async () => {
    const cursor: WondeCursor = {
      filter: 'attendance /',
      schools: { A1: '2025-11-18 09:00:00' },
      pass: { began: '2025-11-18 09:00:00', at: { school: 'A2', part: 1 } },
    };
    const { ids, last } = await read({ cursor, answer: two });
    expect(ids).toEqual(['schools/A2/students-leaver', 'schools/A1/students', 'schools/A1/students-leaver']);
    expect(last?.schools).toEqual({ A1: '2025-11-20 09:00:00', A2: '2025-11-18 09:00:00' });
  });

  it('begins anew when the days of attendance change', async () => {
    const cursor = { filter: 'attendance /', schools: { A1: '2025-11-19 10:00:00' } };
    const { asked, restarts, last } = await read({
      cursor,
      answer: two,
      config: { attendance: { from: '2024-09-01' } },
    });
    expect(asked.some((path) => path.includes('updated_after'))).toBe(false);
    expect(restarts).toHaveLength(1);
    expect(last?.filter).toBe('attendance 2024-09-01/');
  });

  it('reads the other schools and the other parts when one is refused, and says so at the end', async () => {
    const cursor = { filter: 'attendance /', schools: { A1: '2025-11-19 10:00:00' } };
    const { ids, error, last } = await read({
      cursor,
      answer: (path) => (path === 'schools/A1/students' ? 403 : two(path)),
    });
    expect(ids).toEqual(['schools/A1/students-leaver', 'schools/A2/students', 'schools/A2/students-leaver']);
    expect(error).toMatchObject({ code: 'http.scope' });
    expect(last?.schools).toEqual({ A1: '2025-11-19 10:00:00', A2: '2025-11-20 09:00:00' });
    expect(last?.pass).toBeUndefined();
  });

  it('names a school that the token does not see', async () => {
    const { ids, error } = await read({ answer: two, config: { schools: ['A1', 'A9'] } });
    expect(ids).toEqual(['schools/A1/students', 'schools/A1/students-leaver']);
    expect(error).toMatchObject({ code: 'http.not-found', message: expect.stringContaining('A9') });
  });

  it('says that a token which sees no school may have the wrong region', async () => {
    const { error } = await read({ answer: () => ({ data: [] }) });
    expect(error).toMatchObject({ code: 'http.scope', fix: expect.stringContaining('region') });
  });

  it('refuses to ask a domain of another region', async () => {
    const elsewhere = {
      data: [{ id: 'A1', name: 'One', region: { domain: 'api-ap-southeast-2.wonde.com' } }],
    };
    const { error, ids } = await read({
      answer: () => elsewhere,
      config: { baseUrl: 'https://api.wonde.com/v1.0' },
    });
    expect(ids).toEqual([]);
    expect(error).toMatchObject({
      code: 'config.invalid',
      message: expect.stringContaining('api-ap-southeast-2.wonde.com'),
    });
  });

  it.each([
    ['a body without rows', { message: 'Maintenance' }, 'http.schema'],
    [
      'more pages and no place',
      { data: [], meta: { pagination: { more: true, next: null } } },
      'http.schema',
    ],
    [
      'a next page at another server',
      { data: [], meta: { pagination: { next: 'https://evil.example/' } } },
      'http.schema',
    ],
    [
      'a next page that comes again',
      { data: [], meta: { pagination: { next: `${base}/schools/A1/students?page=2` } } },
      'paging.loop',
    ],
    ['refused credentials', 401, 'http.auth'],
  ])('stops at %s', async (_, body, code) => {
    const { error } = await read({ answer: (path) => (path === 'schools' ? schools : body) });
    expect(error).toMatchObject({ code });
  });

  it('survives rows that are no objects', async () => {
    const { pages } = await read({
      answer: (path) => (path === 'schools' ? schools : { data: [null, 'x', { id: 'ok' }] }),
    });
    expect(pages[0]?.rows).toHaveLength(3);
  });
});
