import type { LoadTarget } from '@collegial/model';
import { type SyncReport, sync } from '@collegial/sync';
import type * as z from 'zod';
import type { OneRosterConfig } from '../oneroster-config.ts';
import { oneroster } from '../oneroster-connector.ts';
import { createOneRosterServer, type OneRosterServer, type OneRosterServerOptions } from '../testing/index.ts';
import { city, roster, summer } from './roster.ts';

export const key = Buffer.alloc(32, 7).toString('base64');
export const origin = 'https://sis.example';

export function cityServer(options: Partial<OneRosterServerOptions> = {}): OneRosterServer {
  return createOneRosterServer({ dataset: roster as never, people: city.people, now: () => summer, ...options });
}

/** Characteristics as the test server writes them. */
export const characteristics = [
  'disadvantaged',
  'free-school-meals',
  'looked-after',
  'first-language-other',
  'ethnicity',
  'language',
].map((kind) => ({ key: kind, kind }) as never);

export type Settings = Partial<z.input<typeof OneRosterConfig>>;

/** Settings that read back all that the test server knows. */
export function settingsFor(server: OneRosterServer, settings: Settings = {}): z.input<typeof OneRosterConfig> {
  return {
    baseUrl: origin,
    jurisdiction: 'GB-ENG',
    authentication: {
      type: 'oauth2',
      tokenUrl: `${origin}/token`,
      clientId: server.clientId,
      clientSecret: server.clientSecret,
    },
    organisationIdentifiers: { school: 'urn', district: 'la' },
    studentIdentifier: { from: 'userIds', kind: 'upn' },
    staffIdentifier: { from: 'userIds', kind: 'trn' },
    roles: { 'ext:senior-leader': 'senior-leader', 'ext:middle-leader': 'middle-leader' },
    characteristics: [
      ...characteristics,
      { key: 'sen', kind: 'sen', values: { none: 'none', support: 'support', plan: 'plan' } },
    ],
    gradebook: true,
    calendars: true,
    results: [...server.results],
    ...settings,
  };
}

export interface SyncSettings {
  readonly config?: Settings;
  readonly now?: number;
  readonly full?: boolean;
  readonly streams?: readonly string[];
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Syncs from a server into a target, without a network. */
export function syncCity(
  server: OneRosterServer,
  target: LoadTarget,
  { config, now = summer, fetch = (request) => server.handle(request), ...rest }: SyncSettings = {},
): Promise<SyncReport> {
  let time = now;
  return sync({
    sources: [oneroster(settingsFor(server, config))],
    target,
    key,
    fetch: ((input: string | URL | Request, init?: RequestInit) => fetch(new Request(input, init))) as typeof globalThis.fetch,
    now: () => time,
    sleep: async (milliseconds) => {
      time += milliseconds;
    },
    ...rest,
  });
}
