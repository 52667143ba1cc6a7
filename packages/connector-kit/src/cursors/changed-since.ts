import type { ReadContext } from '../contract/context.ts';
import type { Page } from '../contract/page.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { PagingState } from '../paging/paging-state.ts';
import type { DeltaCursor } from './delta-cursor.ts';
import { createSourceClock } from './source-clock.ts';

/** What the paging function gets from {@link changedSince}; spread it into its options. */
export interface ChangesPaging {
  readonly http: HttpClient;
  readonly signal: AbortSignal;
  readonly from: PagingState | undefined;
  readonly cursor: (next: PagingState | undefined) => DeltaCursor;
}

/** Options of {@link changedSince}. */
export interface ChangedSinceOptions {
  readonly context: Pick<ReadContext<unknown, DeltaCursor>, 'http' | 'signal' | 'now' | 'cursor'>;
  /**
   * Milliseconds by which a read reaches back before the beginning of the one before; default 300 000, five minutes.
   * For records whose time of change is set some time before they can be seen, and for sources of several clocks.
   */
  readonly overlap?: number;
  /**
   * Reads the pages.
   *
   * @param since ISO 8601 in UTC with milliseconds: ask for what changed at or after it; `undefined`: for everything
   */
  readonly pages: (paging: ChangesPaging, since: string | undefined) => AsyncIterable<Page<DeltaCursor>>;
}

/**
 * Reads everything the first time, and later what changed since the read before began, by the clock of the source:
 * its `Date` header, else the host's clock. An interrupted read goes on at its page, with the same window. Changes
 * made during a read are read again by the next one, so that nothing is lost between two reads; records can come
 * twice, which the store absorbs. Deletions are seen only when the source sends them as changes (`tombstone`).
 *
 * @example
 * ```ts
 * import { byOffset, changedSince, deltaCursor, remove, stream } from '@collegial/connector-kit';
 * import * as z from 'zod';
 *
 * const classes = stream<object>()({
 *   entity: 'Organisation',
 *   title: 'Schools',
 *   deletes: 'tombstone',
 *   cursor: deltaCursor,
 *   wire: z.object({ sourcedId: z.string(), status: z.string().nullish(), name: z.string() }),
 *   read: (context) =>
 *     changedSince({
 *       context,
 *       pages: (paging, since) =>
 *         byOffset<{ orgs: unknown[] }, z.output<typeof deltaCursor.schema>>({
 *           ...paging,
 *           path: 'orgs',
 *           search: { limit: 500, ...(since && { filter: `dateLastModified>='${since}'` }) },
 *           rows: (body) => body.orgs,
 *         }),
 *     }),
 *   map: ({ sourcedId, status, name }) =>
 *     status === 'tobedeleted' ? remove(sourcedId) : { id: sourcedId, kind: 'school', name },
 * });
 * classes.deletes; // 'tombstone'
 * ```
 */
export function changedSince({
  context,
  overlap = 300_000,
  pages,
}: ChangedSinceOptions): AsyncIterable<Page<DeltaCursor>> {
  const { since, until, at } = context.cursor ?? {};
  const clock = createSourceClock(context.http, context.now);
  const beginning = (): string =>
    at !== undefined && until !== undefined ? until : isoOf(clock.began() ?? context.now());
  return pages(
    {
      http: clock.http,
      signal: context.signal,
      from: at,
      cursor: (next) =>
        next === undefined
          ? { since: beginning() }
          : { ...(since !== undefined && { since }), until: beginning(), at: next },
    },
    since === undefined ? undefined : isoOf(Date.parse(since) - overlap),
  );
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
