import { describe, expect, it } from 'vitest';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import { byNextUrl } from './by-next-url.ts';
import { byOffset } from './by-offset.ts';
import { byPageNumber } from './by-page-number.ts';

type Answer = (search: NonNullable<HttpRequest['search']>) => unknown;

/** What reading by pages fails with. */
async function messageOf(
  read: (http: HttpClient) => AsyncIterable<unknown>,
  answer: Answer,
): Promise<string> {
  const json = async (_: string, { search = {} }: HttpRequest = {}) => ({
    body: answer(search),
    headers: new Headers(),
    url: 'https://mis.example/students',
  });
  try {
    for await (const page of read({ json } as HttpClient)) void page;
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
}

const rows = (body: { data: unknown }) => body.data;
const offset = (http: HttpClient) =>
  byOffset<{ data: unknown[] }>({ http, path: 'students', search: { limit: 2 }, rows });

describe('an answer without a list of rows', () => {
  it.each([
    [
      { results: [{ id: 'Canary' }], count: 1 },
      'the answer has the fields results, count; results is a list. (/students, page 1) Return the list in the option `rows`: `rows: (body) => body.results`.',
    ],
    [
      { error: 'Canary' },
      'the answer has the fields error, and none is a list. (/students, page 1) If the list lies deeper',
    ],
    [
      [{ id: 'Canary' }],
      'the answer is itself a list. (/students, page 1) Return the answer in the option `rows`: `rows: (body) => body`.',
    ],
    [{ 'Canary 1': {}, P4711: [] }, 'the answer is an object without fields that could be one.'],
    ['Canary', 'the answer is a string.'],
    [null, 'the answer is null.'],
  ])('%#: says what it is and what to set, and no value', async (body, told) => {
    const message = await messageOf(offset, () => body);
    expect(message).toContain(`The server sent a page without a list of rows: ${told}`);
    expect(message).not.toMatch(/Canary|4711/);
  });
});

describe('a server that leads in a circle', () => {
  const same = () => ({ data: [1, 2] });

  it('is told with the parameter that it may not know', async () => {
    expect(await messageOf(offset, same)).toContain(
      'Check that the server knows the parameter “offset” by that name',
    );
    const pages = (http: HttpClient) =>
      byPageNumber<{ data: unknown[] }>({
        http,
        path: 'students',
        pageParameter: 'p',
        search: { size: 2 },
        rows,
      });
    expect(await messageOf(pages, same)).toContain('the parameter “p”');
  });

  it('is told with the option that finds the next place', async () => {
    const read = (http: HttpClient) =>
      byNextUrl<{ data: unknown[] }>({ http, path: 'students', rows, next: () => '/students' });
    let count = 0;
    expect(await messageOf(read, () => ({ data: [count++] }))).toMatch(
      /`next` of byNextUrl|`next`, or the parameter/,
    );
  });
});
