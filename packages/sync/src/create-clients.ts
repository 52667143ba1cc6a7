import {
  createHttpClient,
  createRateBudget,
  type HttpClient,
  type RateBudget,
  type Source,
  sleep as sleepByTheClock,
} from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import type { SyncOptions } from './sync-options.ts';

type ClientOptions = Pick<SyncOptions, 'fetch' | 'random' | 'logger' | 'sleep'>;

/**
 * One client for each source, so that its streams share a token; one budget for each host, so that its sources
 * share its limits.
 */
export function createClients(options: ClientOptions, now: () => number, signal: AbortSignal) {
  const { fetch, random, logger, sleep = sleepByTheClock } = options;
  const budgets = new Map<string, RateBudget>();
  const clients = new Map<Source, HttpClient>();
  return (source: Source): HttpClient => {
    const made = clients.get(source);
    if (made !== undefined) return made;
    const settings = source.connector.http?.(source.config);
    if (settings === undefined) return { json: () => Promise.reject(noHttp(source)) };
    const host = URL.canParse(settings.baseUrl) ? new URL(settings.baseUrl).origin : settings.baseUrl;
    const budget = budgets.get(host) ?? createRateBudget({ now, sleep });
    budgets.set(host, budget);
    const client = createHttpClient({
      settings,
      now,
      sleep,
      signal,
      budget,
      ...(fetch && { fetch }),
      ...(random && { random }),
      ...(logger && { logger }),
    });
    clients.set(source, client);
    return client;
  };
}

function noHttp(source: Source): CollegialError {
  return new CollegialError({
    code: 'connector.failed',
    message: `The connector “${source.connector.id}” makes a request but does not say how requests are made.`,
    place: { source: source.name },
  });
}
