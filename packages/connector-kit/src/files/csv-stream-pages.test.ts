import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../contract/mapped.ts';
import type { Page } from '../contract/page.ts';
import { type CsvCursor, csvStreamPages } from './csv-stream-pages.ts';

const file = (name: string, ids: readonly number[], extra = '') => ({
  name,
  bytes: Buffer.from(`id\n${ids.map((id) => `${id}\n`).join('')}${extra}`),
});
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

async function read(files: ReturnType<typeof file>[], cursor?: CsvCursor, size = 3) {
  const restarts: string[] = [];
  const pages: Page<CsvCursor>[] = [];
  const context = {
    cursor,
    signal: new AbortController().signal,
    restart: (reason: string) => void restarts.push(reason),
  };
  for await (const page of csvStreamPages({ files, context, size })) pages.push(page);
  return {
    pages,
    restarts,
    ids: pages.flatMap((page) => page.rows.map((row) => (row as { id: string }).id)),
  };
}

describe('csvStreamPages', () => {
  const files = [file('a.csv', range(0, 7)), file('b.csv', []), file('c.csv', range(7, 13))];

  it('gives pages with places, and the total with the last', async () => {
    const { pages, ids } = await read(files);
    expect(ids).toEqual(range(0, 13).map(String));
    expect(pages.map((page) => [page.place.file, page.place.row, page.rows.length, page.total])).toEqual([
      ['a.csv', 1, 3, undefined],
      ['a.csv', 4, 3, undefined],
      ['a.csv', 7, 1, undefined],
      ['b.csv', 1, 0, undefined],
      ['c.csv', 1, 3, undefined],
      ['c.csv', 4, 3, 13],
    ]);
    expect(pages[1]?.lines).toEqual([5, 6, 7]);
  });

  it('resumes at every page', async () => {
    const whole = await read(files);
    for (const [index, page] of whole.pages.entries()) {
      const before = whole.pages.slice(0, index + 1).flatMap((earlier) => earlier.rows);
      const { pages, restarts } = await read(files, page.cursor);
      expect([...before, ...pages.flatMap((later) => later.rows)]).toEqual(
        whole.pages.flatMap((each) => each.rows),
      );
      expect(pages.at(-1)?.total).toBe(13);
      expect(restarts).toEqual([]);
    }
  });

  it('begins anew when the file has changed or is gone', async () => {
    const { pages } = await read(files);
    const cursor = pages[1]?.cursor;
    for (const changed of [[file('a.csv', [...range(0, 6), 9])], [file('z.csv', range(0, 7))]]) {
      const again = await read(changed, cursor);
      expect(again.restarts).toHaveLength(1);
      expect(again.ids).toHaveLength(7);
    }
  });

  it('sends malformed rows along, so that they are counted', async () => {
    const { pages } = await read([file('a.csv', [1, 2], '"open\n3\n')]);
    expect(pages.flatMap((page) => page.rows).map((row) => outcomeOf(row as object))).toEqual([
      undefined,
      undefined,
      'rejected',
      undefined,
    ]);
    expect(pages.at(-1)?.total).toBe(4);
  });
});
