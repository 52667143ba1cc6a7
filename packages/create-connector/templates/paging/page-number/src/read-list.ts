import { byPageNumber, type Page, type PagingState, type ReadContext } from '@collegial/connector-kit';
import type { VendorNameConfig } from './vendor-name-config.ts';

/** The way of paging, for people. */
export const paging = 'page number';

/** A page as Vendor Name sends it. */
interface Body {
  readonly data: unknown[];
  readonly total?: number;
}

/** Reads a list: pages are asked for by their number. */
export const readList =
  (path: string) =>
  ({ http, cursor, signal }: ReadContext<VendorNameConfig, PagingState>): AsyncIterable<Page<PagingState>> =>
    byPageNumber<Body>({
      http,
      signal,
      path,
      search: { per_page: 200 },
      from: cursor,
      rows: ({ data }) => data,
      total: ({ total }) => total,
    });
