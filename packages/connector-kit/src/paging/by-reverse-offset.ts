import { CollegialError, type Place } from '@collegial/model';
import type { Page } from '../contract/page.ts';
import type { HttpRequest } from '../http/http-client.ts';
import { BorderTrail } from './border.ts';
import { type PageReader, pathOf, type ReceivedPage } from './page-reader.ts';
import type { PagingOptions } from './paging-options.ts';
import type { PagingState } from './paging-state.ts';
import { readPages, type Step } from './read-pages.ts';
import { rowMark } from './row-mark.ts';

/** Options of {@link byReverseOffset}; `total` is compulsory. */
export interface ReverseOffsetOptions<Body, Cursor> extends PagingOptions<Body, Cursor> {
  readonly total: (body: Body, headers: Headers) => number | null | undefined;
  /** Rows to ask for at once, at least 2; default 100. Less when the server is found to give less. */
  readonly limit?: number;
  /** Parameter that holds the number of rows asked for; default `limit`. */
  readonly limitParameter?: string;
  /** Parameter that holds the number of rows to pass over; default `offset`. */
  readonly offsetParameter?: string;
  /** Parameters of the request that asks only for the total; default: those of `search`, with the limit 1. */
  readonly count?: HttpRequest['search'];
  /** What a row is known again by; default the whole row. */
  readonly identify?: (row: unknown) => unknown;
}

/** Where the page to be read ends: below the rows already given. */
interface End {
  readonly offset: number;
  readonly mark: string | undefined;
  readonly size: number;
  readonly again: number;
  /** Rows in all as the first answer said it. */
  readonly total: number;
}

const mostAttempts = 12;
const mostShifts = 100;

/**
 * Reads pages by offset from the last one down to the first. Rows that leave the list during the read move only
 * rows that were given already – which is how a window of changes behaves, that records leave when they change
 * again (Ed-Fi). Each page is asked for up to the first row given before it: when that row is not there, rows
 * were added below or the row itself is gone, and reading goes up to where it fits again. Rows can then be given
 * twice; the store takes each once, and `total` counts them in.
 *
 * @throws CollegialError `paging.moved`, `paging.loop`, `http.schema` when the server does not say how many rows
 * there are; `http.*`
 * @example
 * ```ts
 * import { byReverseOffset, type HttpClient } from '@collegial/connector-kit';
 *
 * const read = (http: HttpClient) =>
 *   byReverseOffset<unknown[]>({
 *     http,
 *     path: 'ed-fi/students',
 *     search: { minChangeVersion: 5, maxChangeVersion: 90 },
 *     count: { limit: 0, totalCount: true },
 *     limit: 500,
 *     rows: (body) => body,
 *     total: (_, headers) => Number(headers.get('total-count') ?? Number.NaN),
 *   });
 * ```
 */
export function byReverseOffset<Body = unknown, Cursor = PagingState>(
  options: ReverseOffsetOptions<Body, Cursor>,
): AsyncGenerator<Page<Cursor>, void, undefined> {
  const work = new ReverseWork<Body>(options as ReverseOffsetOptions<Body, unknown>);
  return readPages(options, {
    keyOf: ({ offset = -1, again = 0 }) => `${offset} ${again}`,
    read: (state, reader) => work.read(state, reader),
  });
}

class ReverseWork<Body> {
  readonly #options: ReverseOffsetOptions<Body, unknown>;
  readonly #limit: number;
  readonly #trail = new BorderTrail();

  constructor(options: ReverseOffsetOptions<Body, unknown>) {
    this.#options = options;
    this.#limit = options.limit ?? 100;
    if (!Number.isSafeInteger(this.#limit) || this.#limit < 2)
      throw new CollegialError({
        code: 'argument.invalid',
        message: 'The limit of byReverseOffset is not a whole number from 2.',
        place: { field: 'limit' },
      });
  }

  async read(state: PagingState, reader: PageReader<Body>): Promise<Step> {
    const { size = this.#limit, mark, again = 0 } = state;
    let end: End =
      state.offset === undefined
        ? await this.#fromTheTop(state, reader, size)
        : { offset: state.offset, mark, size, again, total: state.total ?? state.offset };
    for (let shifts = 0; ; ) {
      if (end.offset === 0) return { rows: [], next: undefined, total: end.total + end.again };
      const step = await this.#page(state, end, reader);
      if (step !== undefined) {
        this.#trail.pass(end);
        return step;
      }
      const shifted = shifts < mostShifts ? await this.#above(state, end, reader) : undefined;
      shifts = shifted === undefined ? 0 : shifts + 1;
      end = shifted ?? (await this.#back(state, end, reader));
      reader.moveBack();
    }
  }

  /** Asks for the number of rows, and begins at the end of them. */
  async #fromTheTop(state: PagingState, reader: PageReader<Body>, size: number): Promise<End> {
    const { path, search, count, limitParameter = 'limit' } = this.#options;
    const asked = { ...search, ...(count ?? { [limitParameter]: 1 }) };
    let { total } = await reader.ask(path, asked, state.page);
    reader.moveBack();
    if (total === 0) ({ total } = await reader.ask(path, asked, state.page));
    reader.moveBack();
    if (total === undefined)
      throw new CollegialError({
        code: 'http.schema',
        message: 'The server did not say how many rows there are.',
        place: this.#place(state),
      });
    return { offset: total, mark: undefined, size, again: state.received, total };
  }

  /** The page that ends here; nothing when it does not fit the one above. One row more is asked for, to see that. */
  async #page(state: PagingState, end: End, reader: PageReader<Body>): Promise<Step | undefined> {
    const { mark } = end;
    let { offset, size } = end;
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const width = Math.min(offset, size - 1);
      const start = offset - width;
      const received = await this.#ask(state, reader, start, width + 1);
      const { rows } = received;
      const index = rows.findIndex((row) => this.#markOf(row) === mark);
      if (index >= 0) return this.#step(state, { ...end, size }, received, rows.slice(0, index), start);
      if (mark === undefined && rows.length === width) {
        const above = await this.#rowsAbove(state, received, offset, reader);
        if (above === 0) return this.#step(state, { ...end, size }, received, rows, start);
        offset += above;
        continue;
      }
      // At the top, more than there should be: rows were added since they were counted.
      if (mark === undefined && rows.length > width) offset += rows.length - width;
      // Less than was asked for: the server gives no more at once. Ask for as much, nearer to the border.
      else if (rows.length > 1 && rows.length <= width) size = rows.length;
      else if (rows.length > 0) return undefined;
    }
    return undefined;
  }

  /** Rows that were added since they were counted; a server that gives less than it is asked for does not show them in the page. */
  async #rowsAbove(
    state: PagingState,
    { total }: ReceivedPage<Body>,
    offset: number,
    reader: PageReader<Body>,
  ): Promise<number> {
    if (total !== undefined) return Math.max(0, total - offset);
    const { rows } = await this.#ask(state, reader, offset, 1);
    reader.moveBack();
    return rows.length;
  }

  #step(
    state: PagingState,
    { size, mark, again, total: known }: End,
    received: ReceivedPage<Body>,
    rows: readonly unknown[],
    offset: number,
  ): Step {
    const total = received.total ?? known;
    const next: PagingState = {
      page: state.page + 1,
      received: state.received + rows.length,
      offset,
      size,
      total,
      ...(again > 0 && { again }),
      mark: rows.length > 0 ? this.#markOf(rows[0]) : (mark as string),
    };
    return { rows, next: offset === 0 ? undefined : next, total: total + again };
  }

  /** The same border further up: rows that were added below have pushed it there. */
  async #above(state: PagingState, end: End, reader: PageReader<Body>): Promise<End | undefined> {
    if (end.mark === undefined) return undefined;
    reader.moveBack();
    const { rows } = await this.#ask(state, reader, end.offset, end.size);
    const index = rows.findIndex((row) => this.#markOf(row) === end.mark);
    return index > 0 ? { ...end, offset: end.offset + index } : undefined;
  }

  /** The border before, or a new beginning. */
  async #back(state: PagingState, end: End, reader: PageReader<Body>): Promise<End> {
    const border = this.#trail.back(state.received - end.again, this.#place(state));
    reader.moveBack();
    if (border?.mark === undefined) return this.#fromTheTop(state, reader, this.#limit);
    const again = end.again + Math.max(0, border.offset - end.offset);
    return { ...end, offset: border.offset, mark: border.mark, again };
  }

  #ask(state: PagingState, reader: PageReader<Body>, offset: number, limit: number) {
    const { path, search, offsetParameter = 'offset', limitParameter = 'limit' } = this.#options;
    const asked = { ...search, [offsetParameter]: offset, [limitParameter]: limit };
    return reader.ask(path, asked, state.page, true);
  }

  #markOf(row: unknown): string {
    const { identify } = this.#options;
    return rowMark(identify === undefined ? row : identify(row));
  }

  #place(state: PagingState): Place {
    return { file: pathOf(this.#options.path), page: state.page };
  }
}
