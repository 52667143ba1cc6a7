import { CollegialError } from '@collegial/model';
import ky from 'ky';
import type { Logger } from '../contract/context.ts';
import { type Credentials, createAuthorizer } from './create-authorizer.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from './http-client.ts';
import { type Failure, failureOfStatus, failureReported, httpError, networkFailure } from './http-errors.ts';
import type { HttpSettings } from './http-settings.ts';
import { joinSignals, limitTime } from './limit-time.ts';
import { createRateBudget, type RateBudget } from './rate-budget.ts';
import { rateLimitReset, retryAfter } from './rate-headers.ts';
import { readJson } from './read-json.ts';
import { baseOf, resolveUrl } from './resolve-url.ts';
import { saysQuota } from './says-quota.ts';
import { type Sleep, sleep as sleepByTheClock } from './sleep.ts';

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
/** Milliseconds for a request to a host that was found dead: long enough for one that has come back. */
const probeTimeout = 10_000;
/** Failures of fetching a token that may pass. */
const passing = new Set(['http.network', 'http.upstream', 'http.rate']);

/**
 * Makes a client for one server. It retries what may pass (429, 500, 502, 503, 504, broken connections, bodies
 * cut short) with exponential waits and jitter, honours `Retry-After` and `RateLimit` headers, renews tokens,
 * and never leaves the origin of the base URL. A host that could not be reached with all retries gets one
 * attempt for each further request, until it answers again.
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
  /** A server that gives out tokens says how long to wait as any other does. */
  const fetchToken: typeof globalThis.fetch = async (input, init) => {
    const response = await fetch(input, init);
    const { ok, headers } = response;
    const after = ok ? undefined : (retryAfter(headers, now()) ?? rateLimitReset(headers, now()));
    if (after !== undefined && after <= longestWait) budget.pause(after);
    return response;
  };
  const authorizer = createAuthorizer(authorization, base, {
    fetch: fetchToken,
    now,
    timeout,
    ...(clientSignal === undefined ? {} : { signal: clientSignal }),
  });
  const client = ky.create({ fetch, retry: 0, throwHttpErrors: false, timeout: false, redirect: 'manual' });
  /** A quota belongs to the key, not to the host: other clients of the host are not held up by it. */
  let quota: { readonly until: number; readonly error: CollegialError } | undefined;

  const headersOf = (credentials: Credentials, request: HttpRequest, path: string): Headers => {
    try {
      const headers = new Headers({ accept: 'application/json', ...settings.headers, ...request.headers });
      for (const [name, value] of Object.entries(credentials.headers)) headers.set(name, value);
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

  const follow = async (url: URL, first: Credentials, request: HttpRequest, signal: AbortSignal) => {
    let credentials = first;
    for (let hop = 0, at = url; hop <= mostRedirects; hop += 1) {
      const headers = headersOf(credentials, request, url.pathname);
      const response = await client.get(at, { headers, signal });
      const location = redirects.has(response.status) ? response.headers.get('location') : null;
      if (location === null) return { response, token: credentials.token };
      void response.body?.cancel().catch(() => undefined);
      at = resolveUrl(base, new URL(location, at).href);
      credentials = await authorizer.credentials(at);
    }
    throw httpError('http.schema', url.pathname, 'The server redirects without end');
  };

  const failureOf = async (response: Response, path: string, reset: number | undefined): Promise<Failure> => {
    const { status, headers } = response;
    const after = retryAfter(headers, now()) ?? (status === 403 || status === 429 ? reset : undefined);
    const limited = status === 429 || status === 403;
    const exhausted = limited && (after === undefined ? await saysQuota(response) : after > longestWait);
    void response.body?.cancel().catch(() => undefined);
    if (!exhausted) return failureOfStatus(status, path, after);
    const wait = after === undefined ? '' : `; it asks to wait for ${Math.ceil(after / 1000)} s`;
    const error = httpError('http.quota', path, `The quota of this key is used up (status ${status})${wait}`);
    if (after !== undefined) quota = { until: now() + after, error };
    return { error, retry: false };
  };

  const attempt = async (
    url: URL,
    request: HttpRequest,
    signals: readonly AbortSignal[],
  ): Promise<Outcome> => {
    const path = url.pathname;
    const milliseconds = budget.isLost() ? Math.min(timeout, probeTimeout) : timeout;
    let credentials: Credentials;
    try {
      credentials = await authorizer.credentials(url);
    } catch (error) {
      if (CollegialError.isInstance(error)) return { error, retry: passing.has(error.code) };
      throw error;
    }
    const limit = limitTime(milliseconds, signals);
    try {
      const read = async (): Promise<Outcome> => {
        const { response, token } = await follow(url, credentials, request, limit.signal);
        budget.reached();
        const reset = rateLimitReset(response.headers, now());
        if (response.ok && reset !== undefined) budget.pause(reset);
        if (!response.ok) {
          const failure = await failureOf(response, path, reset);
          if (reset !== undefined && failure.error.code !== 'http.quota') budget.pause(reset);
          return response.status === 401 && token !== undefined
            ? { ...failure, refusedToken: token }
            : failure;
        }
        const parsed = await readJson(response, path, settings.maxBodyBytes);
        if ('error' in parsed) return parsed;
        const reported = failureIn?.(parsed.body);
        if (reported !== undefined) return failureReported(reported, path);
        return { answer: { body: parsed.body, headers: response.headers, url: `${url.origin}${path}` } };
      };
      return await Promise.race([read(), limit.passed]);
    } catch (error) {
      if (CollegialError.isInstance(error)) return { error, retry: false };
      if (signals.some((signal) => signal.aborted)) throw aborted(path);
      return networkFailure(url, error, limit.timedOut() ? milliseconds : undefined);
    } finally {
      limit.release();
    }
  };

  const json = async (path: string, request: HttpRequest = {}): Promise<HttpAnswer<unknown>> => {
    const url = resolveUrl(base, path, request.search);
    // A space as %20, as signatures write it: servers that check one disagree on the plus sign.
    if (authorization.type === 'sign' && request.search !== undefined)
      url.search = url.search.replaceAll('+', '%20');
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
      if (quota !== undefined && now() < quota.until) throw quota.error;
      for (let rest = budget.waitFor(); rest > 0; rest = budget.waitFor())
        await pause(
          rest,
          httpError(
            'http.quota',
            url.pathname,
            `The server allows no request for ${Math.ceil(rest / 1000)} s`,
          ),
        );
      const outcome = await attempt(url, request, signals);
      if ('answer' in outcome) return outcome.answer;
      if (outcome.refusedToken !== undefined && !replayed) {
        replayed = true;
        authorizer.discard(outcome.refusedToken);
        continue;
      }
      const { error, after } = outcome;
      const unreachable = error.code === 'http.network';
      if (!outcome.retry || failed >= retries || (unreachable && budget.isLost())) {
        if (unreachable) budget.lost();
        throw error;
      }
      failed += 1;
      const wait = after ?? backoff(failed, random());
      logger?.warn('request failed, trying again', { code: error.code, attempt: failed, wait });
      if (after === undefined) await pause(wait, error);
      else if (wait > longestWait) throw error;
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
