import { CollegialError } from '@collegial/model';
import { expect, it } from 'vitest';
import { rows } from './__fixtures__/helpers.ts';
import { pagesStream, sourceOf } from './__fixtures__/test-source.ts';
import { probe } from './probe.ts';

it('tells streams that can be read from those the credentials may not, reading one page of each', async () => {
  let pages = 0;
  const counted = pagesStream([], {
    async *read() {
      for (;;) {
        pages += 1;
        yield { rows: rows(0, 3), place: { page: pages } };
      }
    },
  });
  const failing = (code: 'http.scope' | 'http.upstream') =>
    pagesStream([], {
      // biome-ignore lint/correctness/useYield: it fails before its first page
      async *read() {
        throw new CollegialError({ code, message: 'No.' });
      },
    });
  const source = sourceOf({
    open: counted,
    closed: failing('http.scope'),
    broken: failing('http.upstream'),
    empty: pagesStream([]),
  });
  const found = await probe({ sources: [source] });
  expect(found.map(({ stream, state, rows: count }) => [stream, state, count])).toEqual([
    ['open', 'readable', 3],
    ['closed', 'unreadable', undefined],
    ['broken', 'failed', undefined],
    ['empty', 'readable', 0],
  ]);
  expect(pages).toBeLessThanOrEqual(3);
});
