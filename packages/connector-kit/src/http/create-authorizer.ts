import { CollegialError } from '@collegial/model';
import type { Secret } from '../settings/secret.ts';
import type { Authorization } from './authorization.ts';
import { createTokenCache, type TokenCacheOptions } from './token-cache.ts';

/** What a request is authorised with. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  /** The token in them, when it is one that can be renewed. */
  readonly token?: string;
}

/** Authorises the requests of one client. */
export interface Authorizer {
  credentials(url: URL): Promise<Credentials>;
  /** Says that the server refused a token. */
  discard(token: string): void;
}

const nothing = () => undefined;

/**
 * Makes the authorizer of a client.
 *
 * @throws CollegialError `config.invalid` when secrets would go in the clear to another server
 */
export function createAuthorizer(
  authorization: Authorization,
  base: URL,
  tokenOptions: Omit<TokenCacheOptions, 'fetchToken'>,
): Authorizer {
  if (authorization.type !== 'token')
    return {
      credentials: async (url) => ({ headers: await headersFor(authorization, url, tokenOptions.now()) }),
      discard: nothing,
    };
  if (authorization.tokenUrl !== undefined) checkTokenUrl(authorization.tokenUrl, base);
  const tokens = createTokenCache({ ...tokenOptions, fetchToken: authorization.fetchToken });
  return {
    async credentials() {
      const token = await tokens.get();
      return { headers: { authorization: `Bearer ${token}` }, token };
    },
    discard: (token) => tokens.discard(token),
  };
}

async function headersFor(
  authorization: Exclude<Authorization, { type: 'token' }>,
  url: URL,
  now: number,
): Promise<Readonly<Record<string, string>>> {
  switch (authorization.type) {
    case 'none':
      return {};
    case 'bearer':
      return { authorization: `Bearer ${await authorization.token()}` };
    case 'basic': {
      const pair = `${authorization.username}:${plain(authorization.password)}`;
      return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
    }
    case 'headers':
      return authorization.headers();
    case 'sign':
      return authorization.sign({ method: 'GET', url, now });
  }
}

function plain(value: string | Secret): string {
  return typeof value === 'string' ? value : value.reveal();
}

function checkTokenUrl(tokenUrl: string, base: URL): void {
  const url = URL.canParse(tokenUrl) ? new URL(tokenUrl) : undefined;
  const clear = url?.protocol === 'http:' && (isThisMachine(url) || base.protocol === 'http:');
  if (url !== undefined && url.username === '' && url.password === '' && (url.protocol === 'https:' || clear))
    return;
  throw new CollegialError({
    code: 'config.invalid',
    message: 'The address for tokens is not an https URL without a user name.',
    place: { field: 'tokenUrl' },
  });
}

function isThisMachine({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
