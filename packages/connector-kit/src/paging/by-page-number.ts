import type { Page } from '../contract/page.ts';
import type { PagingOptions } from './paging-options.ts';
import type { PagingState } from './paging-state.ts';
import { readPages } from './read-pages.ts';

/** Options of {@link byPageNumber}. */
export interface PageNumberOptions<Body, Cursor> extends PagingOptions<Body, Cursor> {
  /** Parameter that holds the number of the page; default `page`. */
  readonly pageParameter?: string;
  /** Number of the first page; default 1. */
  readonly firstPage?: number;
  /**
   * Says that no page follows, when the server tells. Absent: reading ends at an empty page or at the total.
   */
  readonly isLast?: (body: Body, headers: Headers) => boolean;
}

/**
 * Reads pages by number until an empty one, the total, or what the server says is the last. A page shorter
 * than asked for is not taken for the last: servers limit the size of pages without saying so. Give the size
 * in `search`.
 *
 * @throws CollegialError `paging.loop`, `http.*`
 */
export function byPageNumber<Body = unknown, Cursor = PagingState>(
  options: PageNumberOptions<Body, Cursor>,
): AsyncGenerator<Page<Cursor>, void, undefined> {
  const { path, search, pageParameter = 'page', firstPage = 1, isLast } = options;
  return readPages(options, {
    endsAtTotal: true,
    ask: (state) => ({ path, search: { ...search, [pageParameter]: state.page - 1 + firstPage } }),
    after: (state, answer, rows) =>
      rows === 0 || isLast?.(answer.body, answer.headers) === true ? undefined : state,
  });
}
