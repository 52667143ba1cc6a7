import type { ReadContext } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import type { EdfiConfig } from '../edfi-config.ts';
import { type Discovery, isAtLeast, readDiscovery } from './discovery.ts';

/** What a read of an API needs. */
export type ApiContext = Pick<ReadContext<EdfiConfig, never>, 'config' | 'http' | 'logger'> & {
  /** Absent where several streams wait for what is read. */
  readonly signal?: AbortSignal;
};

/** An API whose root has been read. */
export interface Api extends Discovery {
  /** Change versions that can be asked for; absent where the API has no change queries or does not grant them. */
  readonly changes: { readonly oldest: number; readonly newest: number } | undefined;
  /** Headers of every request for data. */
  readonly headers: Readonly<Record<string, string>>;
  /** Turned off when the API turns out not to page by cursor. */
  cursorPaging: boolean;
}

/**
 * Reads the root of the API, and which change versions it has.
 *
 * @throws CollegialError `http.*`
 */
export async function openApi(context: ApiContext): Promise<Api> {
  const { config, http, signal } = context;
  const { body } = await http.json('', signal === undefined ? {} : { signal });
  const discovery = readDiscovery(body, config.baseUrl);
  const headers: Record<string, string> = config.useSnapshot ? { 'use-snapshot': 'true' } : {};
  const { paging } = config;
  return {
    ...discovery,
    headers,
    changes: await availableChanges(context, discovery.changeQueries, headers),
    cursorPaging: paging === 'cursor' || (paging === 'auto' && isAtLeast(discovery.version, 7, 3)),
  };
}

async function availableChanges(
  { http, signal, logger, config }: ApiContext,
  url: string | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<Api['changes']> {
  if (url === undefined) return undefined;
  try {
    const { body } = await http.json(`${url}/availableChangeVersions`, {
      ...(signal && { signal }),
      headers,
    });
    const found = body as Record<string, unknown> | null;
    // The first versions of the API wrote the names with a capital.
    const oldest = Number(found?.oldestChangeVersion ?? found?.OldestChangeVersion ?? Number.NaN);
    const newest = Number(found?.newestChangeVersion ?? found?.NewestChangeVersion ?? Number.NaN);
    return Number.isSafeInteger(oldest) && Number.isSafeInteger(newest) && newest >= 0
      ? { oldest, newest }
      : undefined;
  } catch (error) {
    // Without a snapshot the server answers 404 too: reading the live data instead is not what was asked for.
    if (!isOutOfReach(error) || config.useSnapshot) throw error;
    logger.info('the API has no change queries for these credentials: everything is read');
    return undefined;
  }
}

/** The server has no such resource, or the credentials may not read it. */
export function isOutOfReach(error: unknown): boolean {
  return CollegialError.isInstance(error) && (error.code === 'http.not-found' || error.code === 'http.scope');
}
