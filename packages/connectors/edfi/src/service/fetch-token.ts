import { clientCredentials } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import type { EdfiConfig } from '../edfi-config.ts';
import { readDiscovery } from './discovery.ts';

/**
 * Gets a token by OAuth 2 client credentials from the endpoint that the root of the API names; the root itself answers without a token.
 *
 * @throws CollegialError `http.*`, `config.invalid`
 */
export async function fetchToken(
  { baseUrl, clientId, clientSecret, tokenStyle }: EdfiConfig,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<{ token: string; expiresInSeconds: number }> {
  const root = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  const response = await fetch(root, { headers: { accept: 'application/json' }, redirect: 'manual', signal });
  const { oauth } = readDiscovery(await rootOf(response), root);
  const grant = clientCredentials({ tokenUrl: oauth, clientId, clientSecret, style: tokenStyle });
  return await grant.fetchToken(fetch, signal);
}

async function rootOf(response: Response): Promise<unknown> {
  const failed = (code: 'http.upstream' | 'http.rate' | 'http.not-found' | 'http.schema', what: string) =>
    new CollegialError({
      code,
      message: `${what} (status ${response.status}).`,
      place: { field: 'baseUrl' },
    });
  if (response.status === 429) throw failed('http.rate', 'The server limits the rate of requests');
  if (response.status >= 500) throw failed('http.upstream', 'The root of the API failed');
  if (response.status === 404) throw failed('http.not-found', 'There is no API at the base URL');
  if (!response.ok) throw failed('http.schema', 'The root of the API does not answer without a token');
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    // A page for people stays one; JSON that was cut short may come whole the next time.
    throw /^\s*</.test(text)
      ? failed('http.schema', 'The base URL answers with a page for people instead of JSON')
      : failed('http.upstream', 'The base URL answers with incomplete JSON');
  }
}
