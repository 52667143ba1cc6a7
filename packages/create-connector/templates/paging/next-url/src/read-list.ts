import { byNextUrl, type Page, type PagingState, type ReadContext } from '@collegial/connector-kit';
import type { VendorNameConfig } from './vendor-name-config.ts';

/** The way of paging, for people. */
export const paging = 'next URL';

/** A page as Vendor Name sends it. */
interface Body {
  readonly data: unknown[];
  readonly next?: string | null;
  readonly total?: number;
}

/** Reads a list: each page names the URL of the next one. */
export const readList =
  (path: string) =>
  ({ http, cursor, signal }: ReadContext<VendorNameConfig, PagingState>): AsyncIterable<Page<PagingState>> =>
    byNextUrl<Body>({
      http,
      signal,
      path,
      search: { limit: 200 },
      from: cursor,
      rows: ({ data }) => data,
      next: ({ next }) => next,
      total: ({ total }) => total,
    });
