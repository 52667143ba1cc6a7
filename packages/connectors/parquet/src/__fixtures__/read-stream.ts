import type { ReadContext } from '@collegial/connector-kit';
import { type EntityName, entities } from '@collegial/model';
import { sync } from '@collegial/sync';
import { openStore, type Store } from '@collegial/store';
import { parquet } from '../parquet-connector.ts';
import type { ParquetConfig } from '../parquet-config.ts';
import { ParquetConfig as Config } from '../parquet-config.ts';
import type { ParquetCursor } from '../parquet-schemas.ts';
import { readPages } from '../read-pages.ts';

export const key = Buffer.alloc(32, 7).toString('base64');

/** Settings as an author writes them. */
export type Settings = Parameters<typeof parquet>[0];

/** Syncs entities from files into a new store. */
export async function load(settings: Settings, streams: readonly EntityName[], store?: Store) {
  const target = store ?? (await openStore({ path: ':memory:', threads: 1 }));
  const report = await sync({ sources: [parquet(settings, { name: 'vendor' })], target, key, streams });
  return { target, report, stream: report.streams[0] };
}

/** Rows of a table of a store, without what says where they came from. */
export async function tableOf(store: Store, entity: EntityName) {
  const { table } = entities[entity];
  return await store.query({
    text: `select * exclude (source_id, run_id, shadowed) from data.${table} order by all`,
    parameters: [],
  });
}

/** Pages of an entity as the connector gives them, and what it said besides. */
export async function pagesOf(settings: Settings, entity: EntityName, cursor?: ParquetCursor) {
  const restarts: string[] = [];
  const partials: string[] = [];
  const context = {
    config: Config.parse(settings) as ParquetConfig,
    source: 'vendor',
    cursor,
    resuming: cursor !== undefined,
    signal: new AbortController().signal,
    restart: (reason: string) => void restarts.push(reason),
    partial: (reason: string) => void partials.push(reason),
  } as unknown as ReadContext<ParquetConfig, ParquetCursor>;
  const pages = [];
  for await (const page of readPages(context, entity)) pages.push(page);
  return { pages, restarts, partials };
}

