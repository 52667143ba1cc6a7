import { byToken, type Page, type PagingState, type ReadContext } from '@collegial/connector-kit';
import type { VendorNameConfig } from './vendor-name-config.ts';

/** The way of paging, for people. */
export const paging = 'page token';

/** A page as Vendor Name sends it. */
interface Body {
  readonly data: unknown[];
  readonly nextPageToken?: string | null;
  readonly total?: number;
}

/** Reads a list: each page gives a token for the next one. A token in a header is `token: (_, headers) => headers.get('…')`. */
export const readList =
  (path: string) =>
  ({ http, cursor, signal }: ReadContext<VendorNameConfig, PagingState>): AsyncIterable<Page<PagingState>> =>
    byToken<Body>({
      http,
      signal,
      path,
      search: { pageSize: 200 },
      from: cursor,
      parameter: 'pageToken',
      rows: ({ data }) => data,
      token: ({ nextPageToken }) => nextPageToken,
      total: ({ total }) => total,
    });
