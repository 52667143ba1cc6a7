import type { EntityInput } from '@collegial/model';
import { type City, createCity } from '@collegial/sample-city';
import { openStore, type Store } from '@collegial/store';
import { sync } from '@collegial/sync';
import { arbor } from '../arbor-connector.ts';
import { type ArborServer, type ArborServerOptions, createArborServer } from '../testing/index.ts';

/** A small city, the same for every test, and the school that the tests read. */
export const city: City = createCity({ seed: 7, students: 400, years: 1, firstYear: 2022 });
export const school = city.schools[4] as string;
const days = { from: '2023-03-06', to: '2023-03-10' };
export const marks: readonly EntityInput<'AttendanceMark'>[] = [...city.marksOf(school)].filter(
  ({ date }) => date >= days.from && date <= days.to,
);
export const morning = Date.parse('2023-08-14T06:00:00Z');

/** Records of the city that belong to the school. */
export const atSchool = <Row extends { readonly organisationId?: string | null | undefined }>(rows: Iterable<Row> | undefined): Row[] =>
  [...(rows ?? [])].filter(({ organisationId }) => organisationId === school);

export function schoolServer(options: Partial<ArborServerOptions> = {}): ArborServer {
  return createArborServer({ dataset: city.dataset, school, people: city.people, marks, ...options });
}

export interface SyncSettings {
  readonly streams?: readonly string[];
  readonly now?: number;
  readonly full?: boolean;
  readonly batchSize?: number;
  readonly config?: Partial<Parameters<typeof arbor>[0]>;
}

/** Syncs from a server into a store, without a network. */
export async function syncSchool(server: ArborServer, store: Store, { config, now = morning, ...rest }: SyncSettings = {}) {
  const { username, password, urn } = server;
  return await sync({
    sources: [arbor({ baseUrl: 'https://school.arbor.example', username, password, urn, pageSize: 100, ...config })],
    target: store,
    key: Buffer.alloc(32, 7).toString('base64'),
    fetch: ((input: string | URL | Request, init?: RequestInit) => server.handle(new Request(input, init))) as typeof fetch,
    now: () => now,
    sleep: async () => undefined,
    ...rest,
  });
}

export const newStore = () => openStore({ path: ':memory:', threads: 1 });

/** A table of a store, without what says where its rows came from. */
export const tableOf = (store: Store, table: string) =>
  store.query({ text: `select * exclude (source_id, run_id, shadowed) from data.${table} order by all`, parameters: [] });
