import { byOffset, type Page, type PagingState, type ReadContext } from '@collegial/connector-kit';
import type { VendorNameConfig } from './vendor-name-config.ts';

/** The way of paging, for people. */
export const paging = 'offset';

/** A page as Vendor Name sends it. */
interface Body {
  readonly data: unknown[];
  readonly total?: number;
}

/** Reads a list: pages are asked for by offset, which grows by the rows received. */
export const readList =
  (path: string) =>
  ({ http, cursor, signal }: ReadContext<VendorNameConfig, PagingState>): AsyncIterable<Page<PagingState>> =>
    byOffset<Body>({
      http,
      signal,
      path,
      search: { limit: 200 },
      from: cursor,
      rows: ({ data }) => data,
      total: ({ total }) => total,
    });
