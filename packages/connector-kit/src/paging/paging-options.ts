import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import type { PagingState } from './paging-state.ts';

/** What every way of paging needs. */
export interface PagingOptions<Body, Cursor> {
  readonly http: HttpClient;
  /** Path of the resource, as {@link HttpClient.json} takes it. */
  readonly path: string;
  /** Parameters of every request, for example filters. */
  readonly search?: HttpRequest['search'];
  readonly headers?: HttpRequest['headers'];
  readonly signal?: AbortSignal;
  /** The rows in a body. */
  readonly rows: (body: Body) => unknown;
  /** How many rows there are in all, when the server says. */
  readonly total?: (body: Body, headers: Headers) => number | null | undefined;
  /** Where an interrupted read goes on; absent: at the beginning. */
  readonly from?: PagingState | undefined;
  /**
   * Cursor of a page from the place of the next one, which is `undefined` after the last page. Default: that
   * place, and none after the last page.
   */
  readonly cursor?: (next: PagingState | undefined) => Cursor | undefined;
}
