import type { Page } from '../contract/page.ts';
import type { PagingOptions } from './paging-options.ts';
import type { PagingState } from './paging-state.ts';
import { readPages } from './read-pages.ts';

/** Options of {@link byOffset}. */
export interface OffsetOptions<Body, Cursor> extends PagingOptions<Body, Cursor> {
  /** Parameter that holds the number of rows to pass over; default `offset`. */
  readonly offsetParameter?: string;
  /** Says that no page follows, when the server tells, for example by a `Link` header without `next`. */
  readonly isLast?: (body: Body, headers: Headers) => boolean;
}

/**
 * Reads pages by offset, which grows by the rows received, not by the limit asked for: servers clamp the limit
 * without saying so, and rows would be lost. Ends at an empty page, the total, or what the server says is the
 * last. Give the limit in `search`.
 *
 * @throws CollegialError `paging.loop`, `http.*`
 */
export function byOffset<Body = unknown, Cursor = PagingState>(
  options: OffsetOptions<Body, Cursor>,
): AsyncGenerator<Page<Cursor>, void, undefined> {
  const { path, search, offsetParameter = 'offset', isLast } = options;
  return readPages(options, {
    endsAtTotal: true,
    ask: (state) => ({ path, search: { ...search, [offsetParameter]: state.received } }),
    after: (state, answer, rows) =>
      rows === 0 || isLast?.(answer.body, answer.headers) === true ? undefined : state,
  });
}
