import type { Page } from '../contract/page.ts';
import { followStyle } from './follow-style.ts';
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
   * Says that no page follows, when the server tells. Absent: reading ends at an empty page, at the total, or
   * when a `Link` to the next page was seen before and is absent.
   */
  readonly isLast?: (body: Body, headers: Headers) => boolean;
}

/**
 * Reads pages by number until an empty one that stays empty when it is asked for again, the total, or what the
 * server says is the last. A page shorter than asked for is not taken for the last: servers limit the size of
 * pages without saying so. Give the size in `search`. Where rows can come and go during the read, prefer
 * `byOffset`, which notices.
 *
 * @throws CollegialError `paging.loop`, `http.*`
 */
export function byPageNumber<Body = unknown, Cursor = PagingState>(
  options: PageNumberOptions<Body, Cursor>,
): AsyncGenerator<Page<Cursor>, void, undefined> {
  const { path, search, pageParameter = 'page', firstPage = 1, isLast } = options;
  return readPages(
    options,
    followStyle<Body>({
      endsAtTotal: true,
      ask: (state) => ({ path, search: { ...search, [pageParameter]: state.page - 1 + firstPage } }),
      after: (state, { rows, body, headers, linkGone, linkNext }) =>
        isLast?.(body, headers) === true || linkGone || (rows.length === 0 && !linkNext) ? undefined : state,
    }),
  );
}
