import { CollegialError, type Place } from '@collegial/model';
import type { Page } from '../contract/page.ts';
import { BorderTrail } from './border.ts';
import { loop, type PageReader, pathOf, type ReceivedPage } from './page-reader.ts';
import type { PagingOptions } from './paging-options.ts';
import type { PagingState } from './paging-state.ts';
import { readPages, type Step } from './read-pages.ts';
import { rowMark } from './row-mark.ts';

/** Options of {@link byOffset}. */
export interface OffsetOptions<Body, Cursor> extends PagingOptions<Body, Cursor> {
  /** Parameter that holds the number of rows to pass over; default `offset`. */
  readonly offsetParameter?: string;
  /**
   * Rows of the page before that are asked for again, to see that nothing has moved in between; default 1. With
   * 0, a row that is deleted during the read makes another one be passed over: only for data that stands still.
   */
  readonly overlap?: 0 | 1;
  /**
   * What a row is known again by; default the whole row. Give the id for servers that put something new, such as
   * a time of asking, into every answer.
   */
  readonly identify?: (row: unknown) => unknown;
  /**
   * Says that no page follows, when the server tells. Absent: reading ends at the last row, at the total, or when
   * a `Link` to the next page was seen before and is absent.
   */
  readonly isLast?: (body: Body, headers: Headers) => boolean;
}

/** Where a page begins, and how many rows were given more than once before it. */
interface Start {
  readonly offset: number;
  readonly mark: string | undefined;
  readonly again: number;
}

const mostAttempts = 3;

/**
 * Reads pages by offset, which grows by the rows received, not by the limit asked for: servers clamp the limit
 * without saying so, and rows would be lost. Each page is asked for from the last row of the page before: when
 * that row is not there, rows were added or deleted meanwhile, and reading goes back to where it fits again, or to
 * the beginning. Rows can then be given twice; the store takes each once, and `total` counts them in. Give the
 * limit, and an order if the server takes one, in `search`.
 *
 * @throws CollegialError `paging.moved` when rows move faster than they can be read; `paging.loop`; `http.upstream`
 * when rows were there and a server then sends only empty pages; `http.*`
 * @example
 * ```ts
 * import { byOffset, type HttpClient } from '@collegial/connector-kit';
 *
 * const read = (http: HttpClient) =>
 *   byOffset<{ users: unknown[] }>({
 *     http,
 *     path: 'users',
 *     search: { limit: 500, sort: 'sourcedId' },
 *     rows: (body) => body.users,
 *     total: (_, headers) => Number(headers.get('x-total-count') ?? Number.NaN),
 *   });
 * ```
 */
export function byOffset<Body = unknown, Cursor = PagingState>(
  options: OffsetOptions<Body, Cursor>,
): AsyncGenerator<Page<Cursor>, void, undefined> {
  const work = new OffsetWork<Body>(options as OffsetOptions<Body, unknown>);
  return readPages(options, {
    keyOf: (state) => `${offsetOf(state)} ${state.again ?? 0}`,
    read: (state, reader) => work.read(state, reader),
  });
}

class OffsetWork<Body> {
  readonly #options: OffsetOptions<Body, unknown>;
  readonly #trail = new BorderTrail();

  constructor(options: OffsetOptions<Body, unknown>) {
    this.#options = options;
  }

  async read(state: PagingState, reader: PageReader<Body>): Promise<Step> {
    const { overlap = 1 } = this.#options;
    let start: Start = { offset: offsetOf(state), mark: state.mark, again: state.again ?? 0 };
    for (;;) {
      const { mark } = start;
      const step =
        mark === undefined || overlap === 0
          ? await this.#unchecked(state, start, reader)
          : await this.#checked(state, { ...start, mark }, reader);
      if (step !== undefined) {
        this.#trail.pass(start);
        return step;
      }
      const border = this.#trail.back(start.offset, this.#place(state));
      const { offset, mark: known } = border ?? { offset: 0, mark: undefined };
      start = { offset, mark: known, again: start.again + start.offset - offset };
      reader.moveBack();
    }
  }

  /** At the beginning, or without an overlap. */
  async #unchecked(state: PagingState, start: Start, reader: PageReader<Body>): Promise<Step> {
    const { offset } = start;
    let received = await this.#ask(state, reader, offset);
    if (
      received.rows.length === 0 &&
      (offset === 0 || received.total === undefined || offset < received.total)
    )
      received = await this.#ask(state, reader, offset);
    if (received.rows.length === 0 && start.again > 0 && received.total !== 0)
      throw new CollegialError({
        code: 'http.upstream',
        message: 'The server sent only empty pages where it had sent rows before.',
        place: this.#place(state),
      });
    return this.#step(state, start, received, received.rows, offset);
  }

  /** From the last row of the page before; nothing when that row is not there. */
  async #checked(state: PagingState, start: Start & { mark: string }, reader: PageReader<Body>) {
    let { offset } = start;
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      let received = await this.#ask(state, reader, offset - 1, true);
      for (let asked = 1; received.rows.length === 0 && asked < mostAttempts; asked += 1)
        received = await this.#ask(state, reader, offset - 1, true);
      const index = received.rows.findIndex((row) => this.#markOf(row) === start.mark);
      if (index === -1) return undefined;
      // Rows that were added before the border have pushed it on.
      offset += index;
      const rows = received.rows.slice(index + 1);
      if (rows.length > 0 || this.#ends(received, offset))
        return this.#step(state, start, received, rows, offset);
      if (index === 0) return this.#onlyBorder(state, { ...start, offset }, reader);
    }
    return undefined;
  }

  /**
   * The border row alone came: it is the last one, or the server gives one row at a time. The row after it is
   * asked for, and then the border again, which must not have moved meanwhile.
   */
  async #onlyBorder(state: PagingState, start: Start & { mark: string }, reader: PageReader<Body>) {
    const { offset, mark } = start;
    let received = await this.#ask(state, reader, offset, true);
    if (received.rows.length === 0) received = await this.#ask(state, reader, offset, true);
    const border = await this.#ask(state, reader, offset - 1, true);
    if (border.rows.length === 0 || this.#markOf(border.rows[0]) !== mark) return undefined;
    if (border.rows.length > 1) return this.#step(state, start, border, border.rows.slice(1), offset);
    if (received.rows.length === 1 && this.#markOf(received.rows[0]) === mark)
      throw loop('the same row at two places', this.#place(state));
    return this.#step(state, start, received, received.rows, offset);
  }

  #step(
    state: PagingState,
    { again }: Start,
    received: ReceivedPage<Body>,
    rows: readonly unknown[],
    from: number,
  ): Step {
    const offset = from + rows.length;
    const total = received.total === undefined ? undefined : received.total + again;
    if (rows.length === 0 || this.#ends(received, offset)) return { rows, next: undefined, total };
    const next: PagingState = {
      page: state.page + 1,
      received: state.received + rows.length,
      ...((this.#options.overlap ?? 1) === 1 && { mark: this.#markOf(rows.at(-1)) }),
      ...(again > 0 && { again }),
    };
    return { rows, next: offset === next.received ? next : { ...next, offset }, total };
  }

  #ends({ total, body, headers, linkGone }: ReceivedPage<Body>, offset: number): boolean {
    return (
      (total !== undefined && offset >= total) || linkGone || this.#options.isLast?.(body, headers) === true
    );
  }

  #ask(state: PagingState, reader: PageReader<Body>, offset: number, overlaps = false) {
    const { path, search, offsetParameter = 'offset' } = this.#options;
    return reader.ask(path, { ...search, [offsetParameter]: offset }, state.page, overlaps);
  }

  #place(state: PagingState): Place {
    return { file: pathOf(this.#options.path), page: state.page };
  }

  #markOf(row: unknown): string {
    const { identify } = this.#options;
    return rowMark(identify === undefined ? row : identify(row));
  }
}

function offsetOf({ offset, received }: PagingState): number {
  return offset ?? received;
}
