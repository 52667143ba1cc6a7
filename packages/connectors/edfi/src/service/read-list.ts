import type { HttpAnswer } from '@collegial/connector-kit';
import { CollegialError, type Place } from '@collegial/model';
import { guidOf } from '../edfi-ids.ts';
import type { Api, ApiContext } from './open-api.ts';

/** Filters of a list. */
export type Search = Readonly<Record<string, string | number | undefined>>;
/** Where a list goes on: rows from `before` on were read already, or the token of the next page. */
export type ListPlace = { readonly before: number } | { readonly token: string };

/** A part of a list. */
export interface ListPage {
  readonly rows: readonly unknown[];
  /** How many rows the list has, when the server says. */
  readonly total: number | undefined;
  readonly place: Place;
  /** Absent after the last page. */
  readonly next: ListPlace | undefined;
}

/** What is read of a list. */
export interface ListOptions {
  /** Path below the API's data, for example `ed-fi/students` or `ed-fi/students/deletes`. */
  readonly path: string;
  readonly search?: Search;
  readonly from?: ListPlace | undefined;
  /** True where a window of change versions keeps new rows out of the list while it is read. */
  readonly windowed?: boolean;
  /** False for lists that are never paged by cursor: deletions and changes of keys. */
  readonly byCursor?: boolean;
}

/** So many times a list may be begun anew because rows were put in front of those that were read. */
const mostRestarts = 5;

/**
 * Reads a list. By cursor where the API offers it; otherwise by offset from the end to the beginning: what leaves a list while it is read moves
 * the rows behind it forward, which were read already, so that none is passed over (some come twice). Outside a window of change versions a row
 * that is new could move unread rows into what was read: pages then overlap by one row, and the list is begun anew where that row is not met again.
 */
export async function* readList(
  context: ApiContext,
  api: Api,
  options: ListOptions,
): AsyncGenerator<ListPage, void, undefined> {
  const list = new List(context, api, options);
  const { from } = options;
  const total = (await list.total()) ?? (await list.total());
  if (from !== undefined && 'token' in from) yield* list.byCursor(total, from.token);
  else if (from !== undefined) yield* list.byReverseOffset(total, from.before);
  else {
    let received = 0;
    for await (const page of list.pages(total)) {
      received += page.rows.length;
      yield page;
    }
    // Rows may have left the list meanwhile; what is still in it must have come.
    if (total !== undefined && received < total && received < ((await list.total()) ?? total))
      throw cutShort(list.file);
  }
}

/** Reads a whole list at once, for what is kept of it. */
export async function* readRows(
  context: ApiContext,
  api: Api,
  path: string,
): AsyncGenerator<unknown, void, undefined> {
  for await (const { rows } of readList(context, api, { path })) yield* rows;
}

class List {
  readonly file: string;
  readonly #context: ApiContext;
  readonly #api: Api;
  readonly #options: ListOptions;
  #page = 0;

  constructor(context: ApiContext, api: Api, options: ListOptions) {
    this.#context = context;
    this.#api = api;
    this.#options = options;
    this.file = options.path;
  }

  /** The list from its beginning, in the way that the API pages. */
  async *pages(total: number | undefined): AsyncGenerator<ListPage> {
    if (total === 0) yield { rows: [], total, place: { file: this.file, page: 1 }, next: undefined };
    else if (this.#options.byCursor !== false && this.#api.cursorPaging)
      yield* this.byCursor(total, undefined);
    else if (total === undefined) yield* this.byOffset();
    else yield* this.byReverseOffset(total, total);
  }

  /** How many rows the server says there are; `undefined` when it does not. */
  async total(): Promise<number | undefined> {
    return totalIn(await this.#get({ limit: 0, offset: 0, totalCount: true }, true));
  }

  async *byCursor(total: number | undefined, from: string | undefined): AsyncGenerator<ListPage> {
    const met = new Set<string>();
    let token = from;
    do {
      const search = { pageSize: this.#context.config.pageSize, pageToken: token };
      const answer = await this.#get(search);
      const rows = rowsOf(answer, this.#place());
      const next = answer.headers.get('next-page-token')?.trim() || undefined;
      if (token === undefined && next === undefined && rows.length < (total ?? rows.length + 1)) {
        if (this.#context.config.paging === 'auto') {
          this.#api.cursorPaging = false;
          if (total === undefined) yield* this.byOffset();
          else yield* this.byReverseOffset(total, total);
          return;
        }
      }
      if (next !== undefined && (next === token || met.has(next))) throw loop(this.#place());
      if (next !== undefined) met.add(next);
      token = rows.length === 0 ? undefined : next;
      yield { rows, total, place: this.#place(), next: token === undefined ? undefined : { token } };
    } while (token !== undefined);
  }

  async *byReverseOffset(total: number | undefined, from: number): AsyncGenerator<ListPage> {
    const overlap = this.#options.windowed === true ? 0 : 1;
    let size = this.#context.config.pageSize;
    let end = from;
    let restarts = 0;
    let empty = 0;
    /** The row at `end`, with which the page before began. */
    let met: string | undefined;
    while (end > 0) {
      const extra = met === undefined ? 0 : overlap;
      const offset = Math.max(0, end - Math.max(1, size - extra));
      const asked = end - offset + extra;
      const rows = rowsOf(await this.#get({ offset, limit: asked }), this.#place());
      if (offset + rows.length < end) {
        const now = await this.total();
        if (now !== undefined && now < end) {
          // Rows have left the list. Those behind them moved forward, which only brings rows again.
          end = now;
          met = undefined;
          continue;
        }
        if (rows.length > 0 && rows.length < size) {
          // The server gives fewer rows than it was asked for, without saying so.
          size = rows.length;
          continue;
        }
        if (rows.length === 0) {
          empty += 1;
          if (empty > mostRestarts) throw cutShort(this.file);
          continue;
        }
      }
      if (extra > 0 && rows.length >= asked && !rows.some((row) => rowKey(row) === met)) {
        restarts += 1;
        if (restarts > mostRestarts) throw moving(this.#place());
        end = (await this.total()) ?? end;
        met = undefined;
        continue;
      }
      end = offset;
      met = rowKey(rows[0]);
      yield { rows, total, place: this.#place(), next: end > 0 ? { before: end } : undefined };
    }
  }

  /** For servers that do not say how many rows there are: forward, until an empty page. */
  async *byOffset(): AsyncGenerator<ListPage> {
    for (let offset = 0; ; ) {
      const rows = rowsOf(await this.#get({ offset, limit: this.#context.config.pageSize }), this.#place());
      offset += rows.length;
      yield { rows, total: undefined, place: this.#place(), next: undefined };
      if (rows.length === 0) return;
    }
  }

  async #get(
    search: Record<string, string | number | boolean | undefined>,
    count = false,
  ): Promise<HttpAnswer<unknown>> {
    const { http, signal } = this.#context;
    if (!count) this.#page += 1;
    return await http.json(`${this.#api.data}/${this.#options.path}`, {
      search: { ...this.#options.search, ...search },
      headers: this.#api.headers,
      ...(signal && { signal }),
    });
  }

  #place(): Place {
    return { file: this.file, page: Math.max(1, this.#page), row: 1 };
  }
}

function rowKey(row: unknown): string | undefined {
  const id = (row as { id?: unknown } | null | undefined)?.id;
  return guidOf(id) ?? (typeof id === 'string' ? id : undefined);
}

function totalIn(answer: HttpAnswer<unknown>): number | undefined {
  const written = answer.headers.get('total-count');
  const total = written === null || written.trim() === '' ? Number.NaN : Number(written);
  return Number.isSafeInteger(total) && total >= 0 ? total : undefined;
}

function rowsOf(answer: HttpAnswer<unknown>, place: Place): readonly unknown[] {
  if (Array.isArray(answer.body)) return answer.body;
  throw new CollegialError({
    code: 'http.schema',
    message: 'The server sent a page without a list of rows.',
    place,
  });
}

function loop(place: Place): CollegialError {
  return new CollegialError({
    code: 'paging.loop',
    message: 'The server sent a page token that it had sent before.',
    place,
  });
}

function cutShort(file: string): CollegialError {
  return new CollegialError({
    code: 'http.upstream',
    message: 'The list ended before all the rows came that the server says it has.',
    place: { file },
  });
}

function moving(place: Place): CollegialError {
  return new CollegialError({
    code: 'http.upstream',
    message: 'The list kept changing while it was read, so that rows could have been passed over.',
    fix: 'Run the sync when nobody writes, turn on change queries, or read from a snapshot with the setting useSnapshot.',
    place,
  });
}
