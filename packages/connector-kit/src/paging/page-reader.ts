import { isDeepStrictEqual } from 'node:util';
import { CollegialError, errorCodes, type Place } from '@collegial/model';
import type { HttpAnswer, HttpRequest } from '../http/http-client.ts';
import { linkOf } from './link-of.ts';
import { noRows } from './no-rows.ts';
import type { PagingOptions } from './paging-options.ts';
import { rowMark } from './row-mark.ts';

/** An answer with its rows found. */
export interface ReceivedPage<Body> extends HttpAnswer<Body> {
  readonly rows: readonly unknown[];
  readonly total: number | undefined;
  /** True when the server named a next page earlier in this read, and names none now. */
  readonly linkGone: boolean;
  /** True when it names one now. */
  readonly linkNext: boolean;
}

/** Asks for the pages of one read, whatever the way of paging, and refuses a page that comes again. */
export class PageReader<Body> {
  /** True when a `Link` header named a next page. */
  linked: boolean;
  readonly #options: PagingOptions<Body, unknown>;
  #last: readonly unknown[] = [];
  #movedBack = false;

  constructor(options: PagingOptions<Body, unknown>) {
    this.#options = options;
    this.linked = options.from?.linked === true;
  }

  /**
   * Asks for a page. One that is the same as the one before is asked for once more: proxies mix answers up.
   *
   * @param overlaps true when a page of one row may be the last row of the page before
   * @throws CollegialError `paging.loop`, `http.*`
   */
  async ask(
    path: string,
    search: HttpRequest['search'],
    page: number,
    overlaps = false,
  ): Promise<ReceivedPage<Body>> {
    const place: Place = { file: pathOf(path), page };
    let received = await this.#get(path, search, place);
    const isSame = () => this.#isSame(received.rows, overlaps);
    if (isSame()) {
      received = await this.#get(path, search, place);
      // Two contradicting answers: a third decides whether the page is empty.
      if (received.rows.length === 0) received = await this.#get(path, search, place);
    }
    if (isSame() && !this.#movedBack) throw loop('the same page twice', place, this.#placeIn(search));
    this.#movedBack = false;
    if (received.rows.length > 0) this.#last = received.rows;
    if (received.linkNext) this.linked = true;
    return received;
  }

  /** Which parameters of a request say the place: those that not every request has. */
  #placeIn(search: HttpRequest['search']): string {
    const fixed = Object.keys(this.#options.search ?? {});
    const names = Object.keys(search ?? {}).filter((name) => !fixed.includes(name));
    return names.length === 0
      ? 'Check that what leads to the next page does: `next`, or the parameter in which the place is sent.'
      : `Check that the server knows ${names.map((name) => `the parameter “${name}”`).join(' and ')} by that name: one that it does not know it passes over.`;
  }

  /** After a resume, the page before is known only by the mark of its last row. */
  #isSame(rows: readonly unknown[], overlaps: boolean): boolean {
    if (rows.length === 0 || (overlaps && rows.length === 1)) return false;
    const mark = this.#options.from?.mark;
    if (this.#last.length === 0) return !overlaps && mark !== undefined && rowMark(rows.at(-1)) === mark;
    return samePage(rows, this.#last);
  }

  /** Reading goes to another place because the data moved: the next page may rightly be the one that came before. */
  moveBack(): void {
    this.#movedBack = true;
  }

  async #get(path: string, search: HttpRequest['search'], place: Place): Promise<ReceivedPage<Body>> {
    const { http, headers, signal } = this.#options;
    const answer = await http.json<Body>(path, {
      search,
      ...(headers && { headers }),
      ...(signal && { signal }),
    });
    const linkNext = linkOf(answer.headers) !== undefined;
    return {
      ...answer,
      rows: this.#rowsOf(answer, place),
      total: this.#totalOf(answer),
      linkNext,
      linkGone: this.linked && !linkNext,
    };
  }

  #rowsOf(answer: HttpAnswer<Body>, place: Place): readonly unknown[] {
    let rows: unknown;
    try {
      rows = this.#options.rows(answer.body);
    } catch {
      rows = undefined;
    }
    if (Array.isArray(rows)) return rows as readonly unknown[];
    throw noRows(answer.body, place);
  }

  #totalOf(answer: HttpAnswer<Body>): number | undefined {
    const total = this.#options.total?.(answer.body, answer.headers);
    return typeof total === 'number' && Number.isSafeInteger(total) && total >= 0 ? total : undefined;
  }
}

/** Path of a URL without its query, for messages. */
export function pathOf(path: string): string {
  return new URL(path, 'http://base.invalid/').pathname;
}

/**
 * The error for a source that leads in a circle.
 *
 * @param check what the author of a connector may have to mend
 */
export function loop(what: string, place: Place, check?: string): CollegialError {
  return new CollegialError({
    code: 'paging.loop',
    message: `The server sent ${what}.`,
    place,
    ...(check !== undefined && { fix: `${check} ${errorCodes['paging.loop'].fix}` }),
  });
}

function samePage(rows: readonly unknown[], last: readonly unknown[]): boolean {
  return rows.length === last.length && isDeepStrictEqual(rows[0], last[0]) && isDeepStrictEqual(rows, last);
}
