import { byOffset, type HttpClient, type Page, type PagingState } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import type { OneRosterConfig } from '../oneroster-config.ts';
import { type Collection, collections } from './collections.ts';
import { filterOf } from './filter.ts';
import type { Services } from './find-services.ts';

/** What reading a collection needs. */
export interface CollectionRead<Cursor> {
  readonly http: HttpClient;
  readonly config: OneRosterConfig;
  readonly services: Services;
  readonly signal: AbortSignal;
  /** Only what was changed at or after this instant. */
  readonly since?: string | undefined;
  /** Path below the service; default the collection itself. */
  readonly path?: string;
  readonly from?: PagingState | undefined;
  readonly cursor?: (next: PagingState | undefined) => Cursor | undefined;
}

/** Reads a collection page by page. */
export function readCollection<Cursor = PagingState>(
  collection: Collection,
  read: CollectionRead<Cursor>,
): AsyncGenerator<Page<Cursor>, void, undefined> {
  const { http, config, services, signal, since, path = collection, from, cursor } = read;
  const filter = filterOf(collection, config, since);
  return byOffset<Readonly<Record<string, unknown>>, Cursor>({
    http,
    signal,
    path: `${services[collections[collection].service]}${path}`,
    search: {
      limit: config.pageSize,
      ...(config.sort !== 'none' && { sort: config.sort, orderBy: 'asc' }),
      ...(filter !== undefined && { filter }),
    },
    rows: (body) => rowsIn(body, collection),
    total: (_, headers) => countIn(headers.get('x-total-count')),
    identify: sourcedIdOf,
    ...(from !== undefined && { from }),
    ...(cursor !== undefined && { cursor }),
  });
}

/** A whole collection. */
export interface WholeCollection {
  readonly rows: readonly unknown[];
  /** True when the server said how many rows there are, and gave them. */
  readonly verified: boolean;
}

/**
 * All rows of a collection, for what other rows refer to.
 *
 * @throws CollegialError `http.upstream` when the server gives fewer than it says it has: what refers to the others would come out wrong
 */
export async function readAll(
  collection: Collection,
  read: CollectionRead<unknown>,
): Promise<WholeCollection> {
  const rows: unknown[] = [];
  let total: number | undefined;
  for await (const page of readCollection(collection, read)) {
    rows.push(...page.rows);
    total = page.total;
  }
  if (total !== undefined && rows.length < total)
    throw new CollegialError({
      code: 'http.upstream',
      message: `The server has ${total} rows of a collection that others refer to, and gave ${rows.length}.`,
      place: { file: collection },
    });
  return { rows, verified: total !== undefined };
}

/** The list under the collection's name, or the only list: some servers name it after the path. */
function rowsIn(body: Readonly<Record<string, unknown>>, collection: string): unknown {
  if (Array.isArray(body[collection])) return body[collection];
  const lists = Object.values(body).filter((value) => Array.isArray(value));
  return lists.length === 1 ? lists[0] : undefined;
}

function countIn(written: string | null): number | undefined {
  return written !== null && /^\s*\d+\s*$/.test(written) ? Number(written) : undefined;
}

/** `sourcedId` of a row as it came; the row itself where it has none. */
export function sourcedIdOf(row: unknown): unknown {
  const id = (row as { sourcedId?: unknown } | null)?.sourcedId;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : row;
}
