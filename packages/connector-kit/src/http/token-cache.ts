import { CollegialError } from '@collegial/model';
import type { FetchToken } from './authorization.ts';

/** Tokens that expire: fetched when needed, once for all who wait. */
export interface TokenCache {
  get(): Promise<string>;
  /** Says that the server refused this token; the next {@link TokenCache.get} fetches another. */
  discard(token: string): void;
}

/** What {@link createTokenCache} needs. */
export interface TokenCacheOptions {
  readonly fetchToken: FetchToken;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  /** Milliseconds that fetching a token may take. */
  readonly timeout: number;
  /** Ends a fetch under way. A single request that is aborted does not: others may wait for the same token. */
  readonly signal?: AbortSignal;
}

/** Makes a cache for the tokens of one client. A token is renewed a little before it expires. */
export function createTokenCache(options: TokenCacheOptions): TokenCache {
  let current: { token: string; usableUntil: number } | undefined;
  let underWay: Promise<string> | undefined;

  const renew = async () => {
    const { token, expiresInSeconds } = await fetchInTime(options);
    const life = expiresInSeconds * 1000;
    current = { token, usableUntil: options.now() + life - Math.min(30_000, life / 10) };
    return token;
  };

  return {
    async get() {
      if (current !== undefined && options.now() < current.usableUntil) return current.token;
      underWay ??= renew().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
    discard(token) {
      if (current?.token === token) current = undefined;
    },
  };
}

async function fetchInTime({ fetchToken, fetch, timeout, signal }: TokenCacheOptions) {
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(() => controller.abort(), timeout);
  try {
    return await fetchToken(fetch, controller.signal);
  } catch (error) {
    if (CollegialError.isInstance(error)) throw error;
    // Only the fact is told: what a token endpoint says can repeat the credentials.
    const network = controller.signal.aborted || error instanceof TypeError;
    throw new CollegialError({
      code: network ? 'http.network' : 'http.auth',
      message: network
        ? 'The server that gives out tokens could not be reached.'
        : 'The server gave no token for these credentials.',
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
