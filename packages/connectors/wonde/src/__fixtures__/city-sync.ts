import type { Logger } from '@collegial/connector-kit';
import { type City, createCity } from '@collegial/sample-city';
import { sync } from '@collegial/sync';
import { createWondeServer, type WondeServer } from '../testing/index.ts';
import type { WondeServerOptions } from '../testing/server-options.ts';
import { wonde } from '../wonde-connector.ts';
import type { CollectingTarget } from './collecting-target.ts';

/** A small city, the same for every test. */
export const city: City = createCity({ seed: 7, students: 300, years: 1, firstYear: 2022 });
export const days = { from: '2023-03-06', to: '2023-03-17' };
/** Morning of a day in the summer after the year. */
export const summer = Date.parse('2023-08-14T08:00:00Z');

const inDays = new Map<string, ReturnType<typeof collect>>();
const collect = (school: string) => [...city.marksOf(school)].filter(({ date }) => date >= days.from && date <= days.to);

/** Marks of a school on the days of the tests. */
export function marksOf(school: string) {
  const known = inDays.get(school) ?? (city.schools.includes(school) ? collect(school) : []);
  inDays.set(school, known);
  return known;
}

export function cityServer(options: Partial<WondeServerOptions> = {}): WondeServer {
  return createWondeServer({
    dataset: city.dataset,
    marksOf,
    people: city.people,
    now: () => summer,
    ...options,
  });
}

export interface SyncSettings {
  readonly now?: number;
  readonly full?: boolean;
  readonly streams?: readonly string[];
  readonly batchSize?: number;
  readonly config?: Partial<Parameters<typeof wonde>[0]>;
  readonly logger?: Logger;
}

/** Syncs from a server into a target, without a network. */
export function syncCity(server: WondeServer, target: CollectingTarget, settings: SyncSettings = {}) {
  const { config, now = summer, ...rest } = settings;
  return sync({
    sources: [
      wonde({ token: server.token, baseUrl: 'https://wonde.example/v1.0', attendance: days, aspects: [...server.aspects], ...config }),
    ],
    target,
    key: Buffer.alloc(32, 7).toString('base64'),
    fetch: ((input: string | URL | Request, init?: RequestInit) => server.handle(new Request(input, init))) as typeof fetch,
    now: () => now,
    sleep: async () => undefined,
    ...rest,
  });
}
