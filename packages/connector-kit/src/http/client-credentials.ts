import { CollegialError, type ErrorCode } from '@collegial/model';
import type { Secret } from '../settings/secret.ts';
import type { Authorization } from './authorization.ts';

/** What {@link clientCredentials} needs. */
export interface ClientCredentialsOptions {
  /** Where tokens are given out; another origin than the base URL is fine. Must be https, unless it is this machine or the base URL is http. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** Scopes to ask for, separated by spaces, or a list; default none, which gives what the key has. */
  readonly scope?: string | readonly string[];
  /** Where the credentials go: the `Authorization` header (default, which every server must take) or the `body`. */
  readonly style?: 'basic' | 'body';
}

/** Seconds that a token is used when the server does not say how long it lives. A 401 before that renews it, too. */
const defaultLife = 600;

/** The errors that RFC 6749, section 5.2, names: only these words of an answer are ever repeated. */
const knownErrors = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
]);

/**
 * Fetches bearer tokens with a client's id and secret: the client credentials grant of OAuth 2.0 (RFC 6749, section 4.4). Tokens are cached,
 * fetched once for all requests that wait, and renewed before they expire or when the server refuses one.
 *
 * Errors: `http.auth` when the server gives no token, `http.upstream`, `http.rate` and `http.network` when it cannot now. What the server says
 * is not repeated, except the error words of the RFC.
 *
 * @example
 * ```ts
 * import { clientCredentials, Secret } from '@collegial/connector-kit';
 *
 * const authorization = clientCredentials({
 *   tokenUrl: 'https://login.mis.example/oauth/token',
 *   clientId: 'collegial',
 *   clientSecret: new Secret('from the settings'),
 *   scope: ['https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly'],
 * });
 * authorization.type; // 'token'
 * ```
 */
export function clientCredentials({
  tokenUrl,
  clientId,
  clientSecret,
  scope = [],
  style = 'basic',
}: ClientCredentialsOptions): Extract<Authorization, { type: 'token' }> {
  const scopes = typeof scope === 'string' ? scope : scope.join(' ');
  return {
    type: 'token',
    tokenUrl,
    async fetchToken(fetch, signal) {
      const form = new URLSearchParams({ grant_type: 'client_credentials' });
      if (scopes !== '') form.set('scope', scopes);
      const headers = new Headers({
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
      });
      if (style === 'basic') {
        const pair = `${formEncode(clientId)}:${formEncode(clientSecret.reveal())}`;
        headers.set('authorization', `Basic ${Buffer.from(pair).toString('base64')}`);
      } else {
        form.set('client_id', clientId);
        form.set('client_secret', clientSecret.reveal());
      }
      // A redirect is not followed: it would carry the secret to another address.
      const body = form.toString();
      const response = await fetch(tokenUrl, { method: 'POST', headers, body, signal, redirect: 'manual' });
      return tokenIn(response.status, await bodyOf(response), tokenUrl);
    },
  };
}

function tokenIn(status: number, body: Readonly<Record<string, unknown>>, tokenUrl: string) {
  const failed = (code: ErrorCode, what: string) =>
    new CollegialError({
      code,
      message: `${what} (status ${status}).`,
      place: { file: new URL(tokenUrl).pathname },
    });
  if (status === 429)
    throw failed('http.rate', 'The server that gives out tokens limits the rate of requests');
  if (status >= 500) throw failed('http.upstream', 'The server that gives out tokens failed');
  if (status >= 300 && status < 400)
    throw failed('http.auth', 'The address for tokens leads to another one, which was not followed');
  const told = knownErrors.has(String(body.error)) ? `: ${body.error}` : '';
  if (status >= 400) throw failed('http.auth', `The server gave no token for these credentials${told}`);
  const { access_token: token, token_type: kind, expires_in: life } = body;
  if (typeof token !== 'string' || token === '')
    throw failed('http.auth', `The server gave no token for these credentials${told}`);
  // The type is compulsory, but servers leave it out; a token of another type would have to be used in another way.
  if (kind !== undefined && kind !== null && String(kind).toLowerCase() !== 'bearer')
    throw failed('http.auth', 'The server gave a token that is not a bearer token');
  const seconds = typeof life === 'string' && life.trim() !== '' ? Number(life) : life;
  const expiresInSeconds =
    typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? seconds : defaultLife;
  return { token, expiresInSeconds };
}

/** What is no JSON object counts as an empty one: the parser's error would quote the body. */
async function bodyOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const text = await response.text();
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Encoding of id and secret before they are joined (RFC 6749, section 2.3.1). */
function formEncode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}
