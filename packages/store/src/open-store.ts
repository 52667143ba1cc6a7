import { duckdb, type QueryEngine } from '@collegial/query';
import { refreshYears } from './attendance/refresh-years.ts';
import { unknownCodes } from './attendance/unknown-codes.ts';
import { snapshotId } from './content-checksum.ts';
import { countRows } from './counts.ts';
import { openDatabase } from './database/database.ts';
import { runQuery } from './database/run-query.ts';
import { closed, createWriter } from './database/writer.ts';
import { exportParquet } from './export/export-parquet.ts';
import { createLoadTarget } from './load/create-load-target.ts';
import { readQuarantine } from './load/quarantine.ts';
import { openSchema } from './schema/open-schema.ts';
import type { Store } from './store.ts';
import type { StoreOptions } from './store-options.ts';

/**
 * Opens the store of one tenant, and creates it when the file does not exist. One process at a time may have a file open.
 * A file of an earlier version is brought up to this one; roll-ups that were due when a process died are caught up on.
 *
 * @throws CollegialError `store.open-failed`, `store.version`, `store.layout-changed`, `argument.invalid`
 *
 * @example
 * ```ts
 * import { sql } from '@collegial/query';
 * import { openStore } from '@collegial/store';
 *
 * const store = await openStore({ path: ':memory:' });
 * await store.load({
 *   source: 'hand', stream: 'groups', entity: 'SchoolGroup', run: '1', deletedKeys: [], quarantined: [],
 *   records: [{ id: 'g', name: 'Hillside', purpose: null, formedOn: null, endedOn: null } as never],
 *   checkpoint: { cursor: null, cursorVersion: 1, run: '1', complete: true, counts: {} },
 * });
 * await store.query(sql`select name from school_group`); // [{ name: 'Hillside' }]
 * await store.close();
 * ```
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const database = await openDatabase(options);
  const writer = createWriter(database.writer);
  try {
    const meta = await openSchema(writer, options.tenant);
    await refreshYears(writer);
    let open = true;
    const underWay = new Set<Promise<unknown>>();
    const query: QueryEngine['query'] = async (statement, queryOptions) => {
      if (!open) throw closed();
      const running = runQuery(database.instance, statement, queryOptions);
      underWay.add(running);
      try {
        return (await running) as never;
      } finally {
        underWay.delete(running);
      }
    };
    const snapshot = () => snapshotId(query);
    const target = createLoadTarget(writer, { query }, meta.get('record-key-salt') ?? '', database.path);
    return {
      ...target,
      path: database.path,
      tenant: meta.get('tenant'),
      dialect: duckdb,
      query,
      snapshot,
      counts: () => countRows({ query }),
      unknownCodes: () => unknownCodes({ query }),
      quarantine: (filter) => readQuarantine({ query }, filter),
      exportParquet: (directory) => exportParquet(writer, database.directories, snapshot, directory),
      close: async () => {
        if (!open) return;
        open = false;
        await Promise.allSettled([writer.stop(), ...underWay]);
        await database.writer.run('checkpoint').catch(() => undefined);
        database.release();
      },
    };
  } catch (error) {
    database.release();
    throw error;
  }
}
