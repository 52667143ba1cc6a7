import type { LoadResult } from '@collegial/model';
import type { StoredTable } from '@collegial/query';
import { VARCHAR } from '@duckdb/node-api';
import { adjustChecksum } from '../content-checksum.ts';
import { appendColumns } from '../database/append-columns.ts';
import type { Writer } from '../database/writer.ts';
import type { KnownSources } from './known-sources.ts';
import { removeRows } from './merge-incoming.ts';
import { settleShadows } from './settle-shadows.ts';

/** What became of keys to delete. */
export type Deleted = Pick<LoadResult, 'deleted' | 'absent'>;

/** Deletes the rows of a source with these keys, of any entity but attendance marks; the caller holds the transaction. */
export async function deleteRecords(
  writer: Writer,
  table: StoredTable,
  source: string,
  keys: readonly (readonly string[])[],
  sources: KnownSources,
): Promise<Deleted> {
  const layout = table.layout;
  if (layout === undefined || keys.length === 0) return { deleted: 0, absent: 0 };
  const columns = layout.key.map((name) => ({
    name: `"${name}"`,
    type: layout.columns.find((column) => column.name === name)?.type ?? 'VARCHAR',
  }));
  await writer.run(
    `create or replace temp table staged (${columns.map(({ name }) => `${name} varchar`).join(', ')})`,
  );
  await appendColumns(
    writer.connection,
    'staged',
    columns.map((_, index) => ({ type: VARCHAR, values: keys.map((key) => key[index] ?? null) })),
  );
  const casts = columns.map(({ name, type }) => `try_cast(${name} as ${type}) as ${name}`);
  await writer.run(`create or replace temp table gone as select distinct ${casts.join(', ')} from staged`);
  const onKey = columns.map(({ name }) => `t.${name} = g.${name}`).join(' and ');
  await writer.run(
    `create or replace temp table doomed as
      select t.rowid as stored_row from data.${table.name} t join gone g on t.source_id = $source and ${onKey}`,
    { source },
  );
  const [deleted = 0] = await writer.numbers('select count(*) from doomed');
  if (deleted > 0) {
    const removed = await removeRows(writer, table, 'select stored_row from doomed');
    await adjustChecksum(writer, table.name, 0n, removed);
    if (await sources.several(table.name, source)) await settleShadows(writer, table, 'gone');
  }
  return { deleted, absent: keys.length - deleted };
}
