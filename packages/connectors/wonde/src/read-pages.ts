import type { HttpRequest, ReadContext } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import type { WondeConfig } from './wonde-config.ts';

/** A page as Wonde sent it. */
export interface WondePage {
  readonly rows: readonly unknown[];
  readonly headers: Headers;
  /** Position among the pages of this read, from 1, as the server counts them where it says. */
  readonly number: number;
  /** URL of the next page; absent on the last one. */
  readonly next: string | undefined;
}

interface Body {
  readonly data?: unknown;
  readonly meta?: {
    readonly pagination?: {
      readonly next?: unknown;
      readonly more?: unknown;
      readonly current_page?: unknown;
    } | null;
  } | null;
}

/**
 * Reads page after page by the URL of the next one, from the beginning or from a URL that an earlier run stopped at. The
 * HTTP client keeps every URL within the origin of the base URL.
 *
 * @throws CollegialError `http.schema` when a body is not a list, or the server says there is more and not where;
 * `paging.loop` when a URL comes again
 */
export async function* readPages(
  { http, signal }: Pick<ReadContext<WondeConfig, unknown>, 'http' | 'signal'>,
  path: string,
  search: HttpRequest['search'],
  from?: string,
): AsyncGenerator<WondePage> {
  const met = new Set<string>();
  let next = from;
  let number = 0;
  do {
    const { body, headers } = await (next === undefined
      ? http.json<Body | null>(path, { search: search ?? {}, signal })
      : http.json<Body | null>(next, { signal }));
    const rows = body?.data;
    if (!Array.isArray(rows)) throw malformed(path, 'has no list of rows under “data”');
    const pagination = body?.meta?.pagination;
    number = typeof pagination?.current_page === 'number' ? pagination.current_page : number + 1;
    next = typeof pagination?.next === 'string' && pagination.next !== '' ? pagination.next : undefined;
    if (next === undefined && pagination?.more === true)
      throw malformed(path, 'says that there are more pages and not where');
    if (next !== undefined) {
      if (met.has(next))
        throw new CollegialError({
          code: 'paging.loop',
          message: 'The server named a next page that it had named before.',
          place: { file: path, page: number },
        });
      met.add(next);
    }
    yield { rows, headers, number, next };
  } while (next !== undefined);
}

function malformed(path: string, what: string): CollegialError {
  return new CollegialError({ code: 'http.schema', message: `The answer ${what}.`, place: { file: path } });
}
