import type { Page } from '../contract/page.ts';
import { followStyle } from './follow-style.ts';
import type { PagingOptions } from './paging-options.ts';
import type { PagingState } from './paging-state.ts';
import { readPages } from './read-pages.ts';

/** Options of {@link byToken}. */
export interface TokenOptions<Body, Cursor> extends PagingOptions<Body, Cursor> {
  /** Parameter that holds the token of the page asked for; the first page is asked for without it. */
  readonly parameter: string;
  /** Token of the next page, in the body or a header; nothing after the last page. */
  readonly token: (body: Body, headers: Headers) => string | null | undefined;
}

/**
 * Reads pages by a token that each page gives for the next one, until none is given. The parameters in `search`
 * go with every request. A page without rows does not end the read while it gives a token.
 *
 * @throws CollegialError `paging.loop`, `http.*`
 * @example
 * ```ts
 * import { byToken, type HttpClient } from '@collegial/connector-kit';
 *
 * const read = (http: HttpClient) =>
 *   byToken<unknown[]>({
 *     http,
 *     path: 'ed-fi/students',
 *     search: { pageSize: 500 },
 *     parameter: 'pageToken',
 *     token: (_, headers) => headers.get('next-page-token'),
 *     rows: (body) => body,
 *   });
 * ```
 */
export function byToken<Body = unknown, Cursor = PagingState>(
  options: TokenOptions<Body, Cursor>,
): AsyncGenerator<Page<Cursor>, void, undefined> {
  const { path, search, parameter, token } = options;
  return readPages(
    options,
    followStyle<Body>({
      endsAtTotal: false,
      ask: (state) => ({
        path,
        search: state.next === undefined ? search : { ...search, [parameter]: state.next },
      }),
      after(state, { body, headers }) {
        const next = token(body, headers);
        return next === null || next === undefined || next === '' ? undefined : { ...state, next };
      },
    }),
  );
}
