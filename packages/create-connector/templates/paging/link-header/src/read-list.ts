import { byNextUrl, linkOf, type Page, type PagingState, type ReadContext } from '@collegial/connector-kit';
import type { VendorNameConfig } from './vendor-name-config.ts';

/** The way of paging, for people. */
export const paging = 'Link header';

/** Reads a list: the header `Link` names the next page, and `X-Total-Count` the number of rows. */
export const readList =
  (path: string) =>
  ({ http, cursor, signal }: ReadContext<VendorNameConfig, PagingState>): AsyncIterable<Page<PagingState>> =>
    byNextUrl<unknown[]>({
      http,
      signal,
      path,
      search: { limit: 200 },
      from: cursor,
      rows: (body) => body,
      next: (_, headers) => linkOf(headers),
      total: (_, headers) => Number(headers.get('x-total-count') ?? Number.NaN),
    });
