import type { LoadResult } from '@collegial/model';
import type { StoredTable } from '@collegial/query';
import { adjustChecksum, rowHash } from '../content-checksum.ts';
import type { Writer } from '../database/writer.ts';
import type { KnownSources } from './known-sources.ts';
import { settleShadows } from './settle-shadows.ts';

/** What became of the records, without deletions. */
export type Written = Pick<LoadResult, 'loaded' | 'unchanged' | 'duplicate'>;

/** How a record compares with the stored row of the same source and key. */
const changed = 1;
const repeated = 2;
const same = 3;

/** Records on their way into the table of an entity. */
export interface Incoming {
  readonly source: string;
  readonly run: string;
  /**
   * SQL that gives the columns of the table, each key once, with `met` – true for keys that this run had met before – and `row_no`, a number of each
   * record's own.
   */
  readonly records: string;
  /** How many they are. */
  readonly count: number;
  /** True when the table is known to have none of their keys. */
  readonly allNew?: boolean;
}

/**
 * Takes records into the table of an entity: what is new is added, what has changed is replaced, the rest stays. The caller holds the transaction.
 */
export async function mergeIncoming(
  writer: Writer,
  table: StoredTable,
  { source, run, records, count, allNew = false }: Incoming,
  sources: KnownSources,
): Promise<Written> {
  const { layout } = table;
  if (layout === undefined || count === 0) return { loaded: 0, unchanged: 0, duplicate: 0 };
  const data = `data.${table.name}`;
  const values = { source, run };
  const {
    unchanged = 0,
    duplicate = 0,
    stale = 0,
    known = 0,
  } = allNew ? {} : await compare(writer, table, { source, run, records });
  const loaded = count - unchanged - duplicate;
  if (loaded > 0) {
    const removed =
      stale === 0
        ? 0n
        : await removeRows(writer, table, `select stored_row from compared where state = ${changed}`);
    const kept =
      known === 0 ? '' : `where row_no not in (select row_no from compared where state <> ${changed})`;
    const columns = [...layout.columns, ...(layout.entity === 'Student' ? [{ name: 'record_key' }] : [])].map(
      ({ name }) => `"${name}"`,
    );
    const written = `(select $source as source_id, ${columns.join(', ')} from (${records}) ${kept})`;
    await writer.run(
      `insert into ${data} (${columns.join(', ')}, source_id, run_id, shadowed)
        select ${columns.join(', ')}, source_id, $run, false from ${written}`,
      values,
    );
    const [[added] = []] = await writer.rows(`select sum(${rowHash(table, 'w')}) from ${written} w`, {
      source,
    });
    await adjustChecksum(writer, table.name, (added as bigint | null) ?? 0n, removed);
    if (await sources.several(table.name, source)) await settleShadows(writer, table, `(${records})`);
  }
  return { loaded, unchanged, duplicate };
}

/** Makes the table `compared` of the records whose keys are in the table, and counts them. */
async function compare(
  writer: Writer,
  { name, layout }: StoredTable,
  { source, run, records }: Pick<Incoming, 'source' | 'run' | 'records'>,
) {
  const { key = [], columns = [] } = layout ?? {};
  const onKey = key.map((column) => `t."${column}" = i."${column}"`).join(' and ');
  const differs = columns
    .filter((column) => !key.includes(column.name))
    .map((column) => `t."${column.name}" is distinct from i."${column.name}"`);
  await writer.run(
    `create or replace temp table compared as
      select i.row_no, t.rowid as stored_row,
        case when ${differs.length === 0 ? 'false' : differs.join(' or ')} then ${changed}
          when i.met or t.run_id = $run then ${repeated} else ${same} end as state
      from (${records}) i join data.${name} t on t.source_id = $source and ${onKey}`,
    { source, run },
  );
  const [unchanged, duplicate, stale, known] = await writer.numbers(
    `select count(*) filter (where state = ${same}), count(*) filter (where state = ${repeated}),
      count(*) filter (where state = ${changed}), count(*) from compared`,
  );
  return { unchanged, duplicate, stale, known };
}

/** Removes rows by their row ids and gives the sum of their hashes. */
export async function removeRows(writer: Writer, table: StoredTable, rows: string): Promise<bigint> {
  const [[sum] = []] = await writer.rows(
    `select sum(${rowHash(table, 't')}) from data.${table.name} t where rowid in (${rows})`,
  );
  await writer.run(`delete from data.${table.name} where rowid in (${rows})`);
  return (sum as bigint | null) ?? 0n;
}
