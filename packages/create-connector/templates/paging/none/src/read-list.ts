import { byNextUrl, type Page, type PagingState, type ReadContext } from '@collegial/connector-kit';
import type { VendorNameConfig } from './vendor-name-config.ts';

/** The way of paging, for people. */
export const paging = 'none';

/** A list as Vendor Name sends it. */
interface Body {
  readonly data: unknown[];
}

/** Reads a list that comes whole: a page that no other follows. */
export const readList =
  (path: string) =>
  ({ http, cursor, signal }: ReadContext<VendorNameConfig, PagingState>): AsyncIterable<Page<PagingState>> =>
    byNextUrl<Body>({
      http,
      signal,
      path,
      from: cursor,
      rows: ({ data }) => data,
      next: () => undefined,
    });
