import { CollegialError } from '@collegial/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../contract/page.ts';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import { byNextUrl } from './by-next-url.ts';
import { byPageNumber } from './by-page-number.ts';
import { byToken } from './by-token.ts';
import { linkOf } from './link-of.ts';
import type { PagingState } from './paging-state.ts';

type Fault = 'none' | 'empty' | 'repeat' | 'loop';
const size = fc.integer({ min: 0, max: 40 });
const faults = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<Fault>('none') },
    { weight: 1, arbitrary: fc.constantFrom<Fault>('empty', 'repeat', 'loop') },
  ),
  { maxLength: 20 },
);
const cut = fc.integer({ min: -1, max: 5 });

/** A server that names the next page in every way at once; its faults never come twice in a row. */
function serverOf(length: number, happens: readonly Fault[], clamp: number) {
  const all = Array.from({ length }, (_, id) => ({ id }));
  const asked: Record<string, unknown>[] = [];
  let previous: object | undefined;
  let faulty = false;
  const json = async (path: string, { search = {} }: HttpRequest = {}) => {
    const url = new URL(path, 'https://mis.example/');
    asked.push({ path, ...search });
    const page = Number(search.page ?? search.token ?? url.searchParams.get('token') ?? 1);
    const fault = faulty ? 'none' : (happens[asked.length - 1] ?? 'none');
    faulty = fault === 'empty' || (fault === 'repeat' && previous !== undefined);
    if (fault === 'repeat' && previous !== undefined) return previous;
    const data = all.slice((page - 1) * clamp, page * clamp);
    const next = fault === 'loop' ? Math.max(1, page - 1) : page * clamp < length ? page + 1 : undefined;
    const headers = new Headers();
    if (fault !== 'empty' && next !== undefined) {
      headers.set('next-token', String(next));
      headers.set('link', `</x?token=${next}>; rel="next"`);
    }
    const answer = { body: { data: fault === 'empty' ? [] : data }, headers, url: url.href };
    if (fault !== 'empty') previous = answer;
    return answer;
  };
  return { http: { json } as unknown as HttpClient, asked };
}

const rows = (body: { data: unknown[] }) => body.data;
const styles = {
  byToken: (http: HttpClient, from?: PagingState) =>
    byToken<{ data: unknown[] }>({
      http,
      path: 'x',
      search: { pageSize: 9 },
      parameter: 'token',
      token: (_, headers) => headers.get('next-token'),
      rows,
      from,
    }),
  byNextUrl: (http: HttpClient, from?: PagingState) =>
    byNextUrl<{ data: unknown[] }>({ http, path: 'x', next: (_, headers) => linkOf(headers), rows, from }),
  byPageNumber: (http: HttpClient, from?: PagingState) =>
    byPageNumber<{ data: unknown[] }>({ http, path: 'x', rows, from }),
};

describe.each(['byToken', 'byNextUrl', 'byPageNumber'] as const)('%s', (name) => {
  it('loses nothing or fails, with false empty pages, pages and places that come again, and a resume', async () => {
    let whole = 0;
    await fc.assert(
      fc.asyncProperty(
        size,
        faults,
        fc.integer({ min: 1, max: 9 }),
        cut,
        async (length, happens, clamp, at) => {
          const { http } = serverOf(length, happens, clamp);
          const ids: number[] = [];
          const take = (page: Page<PagingState>) => {
            for (const row of page.rows) ids.push((row as { id: number }).id);
          };
          try {
            let from: PagingState | undefined;
            let count = 0;
            let done = false;
            if (at >= 0)
              for await (const page of styles[name](http)) {
                take(page);
                from = page.cursor;
                done = from === undefined;
                count += 1;
                if (count > at) break;
              }
            if (!done) for await (const page of styles[name](http, from)) take(page);
            expect([...new Set(ids)].sort((a, b) => a - b)).toEqual(Array.from({ length }, (_, id) => id));
            whole += 1;
          } catch (error) {
            if (!CollegialError.isInstance(error)) throw error;
            expect(error.code).toBe('paging.loop');
          }
        },
      ),
      { numRuns: Number(process.env.COLLEGIAL_FUZZ_RUNS ?? 200) },
    );
    expect(whole).toBeGreaterThan(40);
  });
});

it('byToken sends its parameters with each token, and goes on at one', async () => {
  const { http, asked } = serverOf(5, [], 2);
  const pages: Page<PagingState>[] = [];
  for await (const page of styles.byToken(http)) pages.push(page);
  expect(asked).toEqual([
    { path: 'x', pageSize: 9 },
    { path: 'x', pageSize: 9, token: '2' },
    { path: 'x', pageSize: 9, token: '3' },
  ]);
  expect(pages.map((page) => page.cursor?.next)).toEqual(['2', '3', undefined]);
  expect(pages.map((page) => page.place)).toEqual([1, 2, 3].map((page) => ({ file: '/x', page })));
});

it('byPageNumber ends where a link to the next page was seen and is gone, without another request', async () => {
  const { http, asked } = serverOf(6, [], 2);
  for await (const page of styles.byPageNumber(http)) expect(page.rows).toHaveLength(2);
  expect(asked).toHaveLength(3);
});
