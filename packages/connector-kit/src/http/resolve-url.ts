import { CollegialError } from '@collegial/model';
import type { HttpRequest } from './http-client.ts';
import { httpError } from './http-errors.ts';

/**
 * Base of all requests, ending in a slash.
 *
 * @throws CollegialError `config.invalid`
 */
export function baseOf(baseUrl: string): URL {
  const base = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (base === undefined || !/^https?:$/.test(base.protocol) || base.username !== '' || base.password !== '')
    throw new CollegialError({
      code: 'config.invalid',
      message: 'The base URL is not an http or https URL without a user name.',
      place: { field: 'baseUrl' },
    });
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return base;
}

/**
 * URL of a request. A path without a leading slash is below the base URL; one with a leading slash is at the
 * root of its origin.
 *
 * @throws CollegialError `http.schema` when it leaves the origin
 */
export function resolveUrl(base: URL, path: string, search: HttpRequest['search'] = {}): URL {
  if (!URL.canParse(path, base.href))
    throw httpError('http.schema', base.pathname, 'A URL to follow is not a URL');
  const url = new URL(path, base);
  if (url.origin !== base.origin)
    throw httpError(
      'http.schema',
      base.pathname,
      'A URL to follow leads to another server, and was not followed',
    );
  for (const [name, value] of Object.entries(search))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}
