import { isDeepStrictEqual } from 'node:util';
import { CollegialError, type Place } from '@collegial/model';
import type { Page } from '../contract/page.ts';
import type { HttpAnswer, HttpRequest } from '../http/http-client.ts';
import type { PagingOptions } from './paging-options.ts';
import type { PagingState } from './paging-state.ts';

/** So many pages without rows are no filter any more. */
const mostEmpty = 1000;

/** How one way of paging asks for a page, and whether another comes after it. */
export interface PagingStyle<Body> {
  ask(state: PagingState): { readonly path: string; readonly search: HttpRequest['search'] };
  /**
   * True when the total ends the read. Not where the server names the next page: following it to the end is
   * what shows a server that leads in a circle.
   */
  readonly endsAtTotal: boolean;
  /** The state after a page, or `undefined` when it was the last. `state` has moved on by this page already. */
  after(state: PagingState, answer: HttpAnswer<Body>, rows: number): PagingState | undefined;
}

/**
 * Reads pages in one of the styles: advances by rows received, ends at an empty page or when the total is
 * reached, and refuses a place or a page that comes again. An empty page although the total promises more is
 * asked for once more, since servers under load send such pages.
 */
export async function* readPages<Body, Cursor>(
  options: PagingOptions<Body, Cursor>,
  style: PagingStyle<Body>,
): AsyncGenerator<Page<Cursor>, void, undefined> {
  const { http, headers, signal, cursor = (next) => next as Cursor | undefined } = options;
  const visited = new Set<string>();
  let last: readonly unknown[] = [];
  let state: PagingState | undefined = options.from ?? { page: 1, received: 0 };
  let empty = 0;
  while (state !== undefined) {
    const { path, search } = style.ask(state);
    const place: Place = { file: pathOf(path), page: state.page };
    visited.add(keyOf(path, search));
    const get = () =>
      http.json<Body>(path, { search, ...(headers && { headers }), ...(signal && { signal }) });
    let answer = await get();
    let rows = rowsOf(options, answer, place);
    const received: number = state.received;
    if (rows.length === 0 && received < (totalOf(options, answer) ?? 0)) {
      answer = await get();
      rows = rowsOf(options, answer, place);
    }
    if (samePage(rows, last)) throw loop('the same page twice', place);
    last = rows;
    empty = rows.length === 0 ? empty + 1 : 0;
    if (empty > mostEmpty) throw loop(`${mostEmpty} pages without rows, one after the other`, place);
    const total = totalOf(options, answer);
    const moved: PagingState = { page: state.page + 1, received: received + rows.length };
    const atTotal = total !== undefined && moved.received >= total;
    state =
      atTotal && (style.endsAtTotal || rows.length === 0)
        ? undefined
        : style.after(moved, answer, rows.length);
    // Before the page is given away: a cursor that leads back must never be committed.
    if (state !== undefined && visited.has(keyOfState(style, state)))
      throw loop('a place that it had sent before', place);
    const at = cursor(state);
    if (rows.length === 0 && at === undefined && total === undefined) continue;
    yield { rows, place, ...(at !== undefined && { cursor: at }), ...(total !== undefined && { total }) };
  }
}

function rowsOf<Body>(options: PagingOptions<Body, unknown>, answer: HttpAnswer<Body>, place: Place) {
  let rows: unknown;
  try {
    rows = options.rows(answer.body);
  } catch {
    rows = undefined;
  }
  if (Array.isArray(rows)) return rows as readonly unknown[];
  throw new CollegialError({
    code: 'http.schema',
    message: 'The server sent a page without a list of rows.',
    place,
  });
}

function totalOf<Body>(options: PagingOptions<Body, unknown>, answer: HttpAnswer<Body>): number | undefined {
  const total = options.total?.(answer.body, answer.headers);
  return typeof total === 'number' && Number.isSafeInteger(total) && total >= 0 ? total : undefined;
}

function samePage(rows: readonly unknown[], last: readonly unknown[]): boolean {
  return (
    rows.length > 0 &&
    rows.length === last.length &&
    isDeepStrictEqual(rows[0], last[0]) &&
    isDeepStrictEqual(rows, last)
  );
}

function keyOfState(style: PagingStyle<never>, state: PagingState): string {
  const { path, search } = style.ask(state);
  return keyOf(path, search);
}

function keyOf(path: string, search: HttpRequest['search']): string {
  return search === undefined ? path : `${path} ${JSON.stringify(search)}`;
}

function pathOf(path: string): string {
  return new URL(path, 'http://base.invalid/').pathname;
}

function loop(what: string, place: Place): CollegialError {
  return new CollegialError({ code: 'paging.loop', message: `The server sent ${what}.`, place });
}
