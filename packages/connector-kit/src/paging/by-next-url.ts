import type { Page } from '../contract/page.ts';
import { followStyle } from './follow-style.ts';
import type { PagingOptions } from './paging-options.ts';
import type { PagingState } from './paging-state.ts';
import { readPages } from './read-pages.ts';

/** Options of {@link byNextUrl}. */
export interface NextUrlOptions<Body, Cursor> extends PagingOptions<Body, Cursor> {
  /**
   * URL of the next page as the server gave it, in the body or as `linkOf` the headers; nothing after
   * the last.
   */
  readonly next: (body: Body, headers: Headers) => string | null | undefined;
}

/**
 * Reads pages by the URL of the next one, until none is given. A page without rows does not end it: servers
 * filter after paging; past the total it does. The URL may be relative; it must be of the same origin.
 *
 * @throws CollegialError `paging.loop`, `http.*`
 * @example
 * ```ts
 * import { byNextUrl, type HttpClient } from '@collegial/connector-kit';
 *
 * const read = (http: HttpClient) =>
 *   byNextUrl<{ data: unknown[]; meta: { next: string | null } }, unknown>({
 *     http,
 *     path: 'students',
 *     rows: (body) => body.data,
 *     next: (body) => body.meta.next,
 *   });
 * ```
 */
export function byNextUrl<Body = unknown, Cursor = PagingState>(
  options: NextUrlOptions<Body, Cursor>,
): AsyncGenerator<Page<Cursor>, void, undefined> {
  return readPages(
    options,
    followStyle<Body>({
      endsAtTotal: false,
      ask: (state) =>
        state.next === undefined
          ? { path: options.path, search: options.search }
          : { path: state.next, search: undefined },
      after(state, { body, headers, url }) {
        const next = options.next(body, headers);
        return next === null || next === undefined || next === ''
          ? undefined
          : { ...state, next: absolute(next, url) };
      },
    }),
  );
}

/** What is no URL is passed on as it is: the client refuses it with its place. */
function absolute(next: string, base: string): string {
  return URL.canParse(next, base) ? new URL(next, base).href : next;
}
