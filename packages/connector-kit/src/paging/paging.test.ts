import { CollegialError } from '@collegial/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../contract/page.ts';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import { byNextUrl } from './by-next-url.ts';
import { byOffset } from './by-offset.ts';
import { byPageNumber } from './by-page-number.ts';
import { linkOf } from './link-of.ts';

interface Body {
  data: number[];
  next?: string | null;
  total?: number;
}

/** A server as a function from path and parameters to a body. */
function server(answer: (path: string, search: Record<string, unknown>, count: number) => Body) {
  const asked: string[] = [];
  const json = async (path: string, { search = {} }: HttpRequest = {}) => {
    asked.push(`${path}?${new URLSearchParams(search as Record<string, string>)}`);
    const body = answer(path, search, asked.length);
    return { body, headers: new Headers(), url: new URL(path, 'https://mis.example/api/').href };
  };
  return { http: { json } as HttpClient, asked };
}

const rows = (body: Body) => body.data;
const total = (body: Body) => body.total;

async function collect<Cursor>(pages: AsyncIterable<Page<Cursor>>): Promise<Page<Cursor>[]> {
  const all: Page<Cursor>[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

const flat = (pages: Page[]) => pages.flatMap((page) => page.rows);

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error) => (CollegialError.isInstance(error) ? error.code : 'other'),
  );
}

describe('byOffset', () => {
  it('loses no row however the server clamps the limit, and resumes at any page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 60 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        fc.nat(),
        async (size, clamps, tellsTotal, cut) => {
          const all = Array.from({ length: size }, (_, index) => index);
          const make = () =>
            server((_, search, count) => {
              const offset = Number(search.offset);
              const data = all.slice(offset, offset + (clamps[count % clamps.length] as number));
              return tellsTotal ? { data, total: size } : { data };
            });
          const options = { path: 'x', search: { limit: 1000 }, rows, total };
          const pages = await collect(byOffset<Body>({ ...options, http: make().http }));
          expect(flat(pages)).toEqual(all);
          const stop = pages[cut % Math.max(1, pages.length)];
          if (stop?.cursor === undefined) return;
          const before = flat(pages.slice(0, pages.indexOf(stop) + 1));
          const rest = await collect(byOffset<Body>({ ...options, http: make().http, from: stop.cursor }));
          expect([...before, ...flat(rest)]).toEqual(all);
        },
      ),
    );
  });

  it('asks once more for an empty page although the total promises more', async () => {
    const { http, asked } = server((_, search, count) => {
      const offset = Number(search.offset);
      return { data: count === 2 ? [] : [1, 2, 3, 4].slice(offset, offset + 2), total: 4 };
    });
    expect(flat(await collect(byOffset<Body>({ http, path: 'x', rows, total })))).toEqual([1, 2, 3, 4]);
    expect(asked).toHaveLength(4);
  });

  it('ends at an empty page that stays empty, and leaves the total for all to see', async () => {
    const { http } = server((_, search) => ({ data: [1, 2].slice(Number(search.offset)), total: 4 }));
    const pages = await collect(byOffset<Body>({ http, path: 'x', rows, total }));
    expect(flat(pages)).toEqual([1, 2]);
    expect(pages.at(-1)?.total).toBe(4);
  });

  it('refuses a server that takes no notice of the offset', async () => {
    const { http } = server(() => ({ data: [1, 2] }));
    expect(await codeOf(collect(byOffset<Body>({ http, path: 'x', rows })))).toBe('paging.loop');
  });

  it('refuses a body without rows', async () => {
    const { http } = server(() => ({ message: 'hello' }) as never);
    expect(await codeOf(collect(byOffset<Body>({ http, path: 'x', rows })))).toBe('http.schema');
    const nothing = server(() => null as never);
    expect(await codeOf(collect(byOffset<Body>({ http: nothing.http, path: 'x', rows })))).toBe(
      'http.schema',
    );
  });
});

describe('byPageNumber', () => {
  it('goes on after a short page and ends at an empty one', async () => {
    const data = [[1, 2, 3], [4], [5, 6], []];
    const { http, asked } = server((_, search) => ({ data: data[Number(search.page) - 1] as number[] }));
    const pages = await collect(byPageNumber<Body>({ http, path: 'x', search: { per_page: 3 }, rows }));
    expect(flat(pages)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(asked).toEqual([1, 2, 3, 4, 4].map((page) => `x?per_page=3&page=${page}`));
    expect(pages[1]).toMatchObject({ place: { file: '/x', page: 2 }, cursor: { page: 3, received: 4 } });
  });

  it('counts from where the server counts, and ends where it says', async () => {
    const { http, asked } = server((_, search) => ({
      data: [Number(search.p)],
      next: search.p === 2 ? null : 'more',
    }));
    const isLast = (body: Body) => body.next === null;
    await collect(byPageNumber<Body>({ http, path: 'x', rows, pageParameter: 'p', firstPage: 0, isLast }));
    expect(asked).toEqual(['x?p=0', 'x?p=1', 'x?p=2']);
  });
});

describe('byNextUrl', () => {
  const chain = (bodies: Record<string, Body>) => server((path) => bodies[path] as Body);
  const next = (body: Body) => body.next;
  const at = (query: string) => `https://mis.example/api/x${query}`;

  it('follows URLs, relative ones too, past empty pages, until none is given', async () => {
    const { http, asked } = chain({
      x: { data: [1], next: '?c=b' },
      [at('?c=b')]: { data: [], next: '/api/x?c=c' },
      [at('?c=c')]: { data: [2], next: at('?c=d') },
      [at('?c=d')]: { data: [3], next: null },
    });
    const pages = await collect(byNextUrl<Body>({ http, path: 'x', search: { size: 9 }, rows, next }));
    expect(flat(pages)).toEqual([1, 2, 3]);
    expect(asked).toEqual(['x?size=9', `${at('?c=b')}?`, `${at('?c=c')}?`, `${at('?c=d')}?`]);
    expect(pages.map((page) => page.cursor?.next)).toEqual([at('?c=b'), at('?c=c'), at('?c=d'), undefined]);
    const from = pages[1]?.cursor;
    expect(flat(await collect(byNextUrl<Body>({ http, path: 'x', rows, next, from })))).toEqual([2, 3]);
  });

  it('refuses a cursor that comes again', async () => {
    const { http } = chain({
      x: { data: [1], next: '?c=b' },
      [at('?c=b')]: { data: [2], next: '?c=c' },
      [at('?c=c')]: { data: [3], next: '?c=b' },
    });
    expect(await codeOf(collect(byNextUrl<Body>({ http, path: 'x', rows, next })))).toBe('paging.loop');
  });

  it('never gives away a cursor that leads back, and finds a circle after a resume too', async () => {
    const lead: Record<string, Body> = {
      x: { data: [1], next: '?c=b', total: 4 },
      [at('?c=b')]: { data: [2], next: '?c=c', total: 4 },
      [at('?c=c')]: { data: [3], next: '?c=b', total: 4 },
    };
    const given: Page<{ next?: string }>[] = [];
    const read = (from?: { page: number; received: number; next?: string }) =>
      byNextUrl<Body>({ http: chain(lead).http, path: 'x', rows, next, total, from });
    const work = (async () => {
      for await (const page of read()) given.push(page as Page<{ next?: string }>);
    })();
    expect(await codeOf(work)).toBe('paging.loop');
    expect(given.map((page) => page.cursor?.next)).toEqual([at('?c=b'), at('?c=c')]);
    expect(await codeOf(collect(read({ page: 3, received: 2, next: at('?c=c') })))).toBe('paging.loop');
  });

  it('ends at an empty page past the total, and after a thousand empty pages', async () => {
    const past = server((_, __, count) => ({ data: count === 1 ? [1] : [], next: `?c=${count}`, total: 1 }));
    expect(flat(await collect(byNextUrl<Body>({ http: past.http, path: 'x', rows, next, total })))).toEqual([
      1,
    ]);
    const endless = server((_, __, count) => ({ data: [], next: `?c=${count}` }));
    expect(await codeOf(collect(byNextUrl<Body>({ http: endless.http, path: 'x', rows, next })))).toBe(
      'paging.loop',
    );
  });

  it('refuses a page that comes again under another cursor', async () => {
    const { http } = server((_, __, count) => ({ data: [1, 2], next: `?c=${count}` }));
    expect(await codeOf(collect(byNextUrl<Body>({ http, path: 'x', rows, next })))).toBe('paging.loop');
  });

  it('lets a connector make its own cursor, at the end too', async () => {
    const { http } = chain({ x: { data: [1], next: '?c=b' }, [at('?c=b')]: { data: [2] } });
    const cursor = (place: { page: number } | undefined) =>
      place === undefined ? { since: 'today' } : { page: place.page };
    const pages = await collect(byNextUrl<Body, unknown>({ http, path: 'x', rows, next, cursor }));
    expect(pages.map((page) => page.cursor)).toEqual([{ page: 2 }, { since: 'today' }]);
  });
});

describe('linkOf', () => {
  it.each([
    ['<https://a/x?page=2>; rel="next", <https://a/x?page=9>; rel="last"', 'https://a/x?page=2'],
    ['<https://a/x?a=1,2&page=1>; rel=prev, </x?page=3>; title="x"; rel="last next"', '/x?page=3'],
    ['<https://a/x>; rel="prev"', undefined],
    ['', undefined],
  ])('%s', (link, expected) => {
    expect(linkOf(new Headers({ link }))).toBe(expected);
  });
});
