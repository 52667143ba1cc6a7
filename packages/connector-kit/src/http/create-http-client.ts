import { CollegialError } from '@collegial/model';
import ky from 'ky';
import type { Logger } from '../contract/context.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from './http-client.ts';
import { type Failure, failureOfStatus, httpError, networkFailure } from './http-errors.ts';
import type { HttpSettings } from './http-settings.ts';
import { joinSignals, limitTime } from './limit-time.ts';
import { createRateBudget, type RateBudget } from './rate-budget.ts';
import { rateLimitReset, retryAfter } from './rate-headers.ts';
import { readJson } from './read-json.ts';
import { baseOf, resolveUrl } from './resolve-url.ts';
import { type Sleep, sleep as sleepByTheClock } from './sleep.ts';
import { createTokenCache } from './token-cache.ts';

/** What {@link createHttpClient} needs; everything but the settings has a default. */
export interface HttpClientOptions {
  readonly settings: HttpSettings;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  readonly sleep?: Sleep;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** A number from 0 to 1, for the jitter of waits. */
  readonly random?: () => number;
  readonly logger?: Logger;
  /** Ends every request of this client. */
  readonly signal?: AbortSignal;
  /** Budget shared with other clients of the same host; default: this client's own. */
  readonly budget?: RateBudget;
}

type Outcome = { readonly answer: HttpAnswer<unknown> } | (Failure & { readonly refusedToken?: string });

const redirects = new Set([301, 302, 303, 307, 308]);
const mostRedirects = 5;

/**
 * Makes a client for one server. It retries what may pass (429, 500, 502, 503, 504, broken connections, bodies
 * cut short) with exponential waits and jitter, honours `Retry-After` and `RateLimit` headers, renews tokens,
 * and never leaves the origin of the base URL.
 *
 * @example
 * ```ts
 * import { createHttpClient } from '@collegial/connector-kit';
 *
 * const http = createHttpClient({
 *   settings: { baseUrl: 'https://mis.example/api/', authorization: { type: 'none' } },
 *   fetch: async () => Response.json([{ id: 1 }]),
 * });
 * (await http.json('schools')).body; // [{ id: 1 }]
 * ```
 */
export function createHttpClient({
  settings,
  fetch = globalThis.fetch,
  sleep = sleepByTheClock,
  now = Date.now,
  random = Math.random,
  logger,
  signal: clientSignal,
  budget = createRateBudget({ now, sleep }),
}: HttpClientOptions): HttpClient {
  const { authorization, failureIn, timeout = 60_000, retries = 5, longestWait = 300_000 } = settings;
  const base = baseOf(settings.baseUrl);
  const tokens =
    authorization.type === 'token'
      ? createTokenCache({
          fetchToken: authorization.fetchToken,
          fetch,
          now,
          timeout,
          ...(clientSignal === undefined ? {} : { signal: clientSignal }),
        })
      : undefined;
  const client = ky.create({ fetch, retry: 0, throwHttpErrors: false, timeout: false, redirect: 'manual' });

  const credentials = async (): Promise<string | undefined> => {
    if (authorization.type === 'bearer') return `Bearer ${await authorization.token()}`;
    if (authorization.type === 'basic') {
      const { username, password } = authorization;
      return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    }
    return tokens === undefined ? undefined : `Bearer ${await tokens.get()}`;
  };

  const headersOf = (authorized: string | undefined, request: HttpRequest, path: string): Headers => {
    try {
      const headers = new Headers({ accept: 'application/json', ...settings.headers, ...request.headers });
      if (authorized !== undefined) headers.set('authorization', authorized);
      return headers;
    } catch {
      // The platform's error quotes the value, which may be a secret.
      throw httpError(
        'http.auth',
        path,
        'A header or the credentials hold a character that HTTP does not allow',
      );
    }
  };

  const follow = async (url: URL, headers: Headers, signal: AbortSignal): Promise<Response> => {
    for (let hop = 0, at = url; hop <= mostRedirects; hop += 1) {
      const response = await client.get(at, { headers, signal });
      const location = redirects.has(response.status) ? response.headers.get('location') : null;
      if (location === null) return response;
      await response.body?.cancel();
      at = resolveUrl(base, new URL(location, at).href);
    }
    throw httpError('http.schema', url.pathname, 'The server redirects without end');
  };

  const attempt = async (
    url: URL,
    request: HttpRequest,
    signals: readonly AbortSignal[],
  ): Promise<Outcome> => {
    const path = url.pathname;
    const authorized = await credentials();
    const headers = headersOf(authorized, request, path);
    const limit = limitTime(timeout, signals);
    try {
      const read = async (): Promise<Outcome> => {
        const response = await follow(url, headers, limit.signal);
        const reset = rateLimitReset(response.headers, now());
        if (reset !== undefined) budget.pause(reset);
        if (!response.ok) {
          void response.body?.cancel().catch(() => undefined);
          const after = retryAfter(response.headers, now()) ?? (response.status === 403 ? reset : undefined);
          const failure = failureOfStatus(response.status, path, after);
          return response.status === 401 && tokens !== undefined && authorized !== undefined
            ? { ...failure, refusedToken: authorized.slice('Bearer '.length) }
            : failure;
        }
        const parsed = await readJson(response, path);
        if ('error' in parsed) return parsed;
        const reason = failureIn?.(parsed.body);
        if (reason !== undefined)
          return {
            error: httpError('http.upstream', path, `The server reported a failure: ${reason}`),
            retry: true,
          };
        return { answer: { body: parsed.body, headers: response.headers, url: `${url.origin}${path}` } };
      };
      return await Promise.race([read(), limit.passed]);
    } catch (error) {
      if (CollegialError.isInstance(error)) return { error, retry: false };
      if (signals.some((signal) => signal.aborted)) throw aborted(path);
      return networkFailure(path, error, limit.timedOut() ? timeout : undefined);
    } finally {
      limit.release();
    }
  };

  const json = async (path: string, request: HttpRequest = {}): Promise<HttpAnswer<unknown>> => {
    const url = resolveUrl(base, path, request.search);
    const signals = [clientSignal, request.signal].filter((signal) => signal !== undefined);
    const pause = async (milliseconds: number, error: CollegialError) => {
      if (milliseconds > longestWait) throw error;
      const either = joinSignals(signals);
      try {
        await sleep(milliseconds, either.signal);
      } catch (cause) {
        throw either.signal.aborted ? aborted(url.pathname) : cause;
      } finally {
        either.release();
      }
    };
    let replayed = false;
    for (let failed = 0; ; ) {
      if (signals.some((signal) => signal.aborted)) throw aborted(url.pathname);
      for (let rest = budget.waitFor(); rest > 0; rest = budget.waitFor())
        await pause(
          rest,
          httpError(
            'http.rate',
            url.pathname,
            `The server allows no request for ${Math.ceil(rest / 1000)} s`,
          ),
        );
      const outcome = await attempt(url, request, signals);
      if ('answer' in outcome) return outcome.answer;
      if (outcome.refusedToken !== undefined && !replayed) {
        replayed = true;
        tokens?.discard(outcome.refusedToken);
        continue;
      }
      if (!outcome.retry || failed >= retries) throw outcome.error;
      failed += 1;
      const wait = outcome.after ?? backoff(failed, random());
      logger?.warn('request failed, trying again', { code: outcome.error.code, attempt: failed, wait });
      if (outcome.after === undefined) await pause(wait, outcome.error);
      else if (wait > longestWait) throw outcome.error;
      else budget.pause(wait);
    }
  };

  return { json: json as HttpClient['json'] };
}

/**
 * Milliseconds before attempt `failed + 1`: 0.5 s, doubled each time up to 30 s, of which a random half is
 * taken off.
 */
function backoff(failed: number, random: number): number {
  return Math.round(Math.min(30_000, 500 * 2 ** (failed - 1)) * (1 - random / 2));
}

function aborted(path: string): CollegialError {
  return httpError('sync.aborted', path, 'The request was stopped');
}
