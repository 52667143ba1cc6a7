import { createHash } from 'node:crypto';
import type { QueryEngine, StoredTable } from '@collegial/query';
import type { Writer } from './database/writer.ts';
import { schemaVersion } from './schema/migrations.ts';
import { tables } from './schema/tables.ts';

/**
 * The sum of the hashes of a table's rows, modulo 2^64: the same rows give the same sum in whatever order they came, and
 * a load changes it by what it adds and takes away, so that nothing is ever read twice for it.
 */
const modulus = 64;

/** SQL for the hash of a row of an entity's table; its run, its record key and whether it is shadowed are no content. */
export function rowHash({ layout }: StoredTable, alias: string): string {
  const columns = ['source_id', ...(layout?.columns ?? []).map(({ name }) => name)];
  return `hash(${columns.map((name) => `${alias}."${name}"`).join(', ')})`;
}

/** SQL for the hash of an enrolment in the hash of its marks. */
export const enrolmentHash = (alias: string) =>
  `hash(${alias}.source_id, ${alias}.enrolment_id, ${alias}.organisation_id)`;

/** SQL for the hash of a mark, from that of its enrolment and its code: numbers given by this file are no content. */
export const markHash = (alias: string, enrolment: string, code: string) =>
  `hash(${enrolment}, ${alias}.day, ${alias}.session, ${code}, ${alias}.meaning, ${alias}.legal, ${alias}.late, ${alias}.minutes_late, ${alias}.stated, ${alias}.basis)`;

/** A stored mark with its enrolment and code, as the hash needs them. */
export const markSource = `data.attendance_mark m
  join data.enrolment_number n on n.enrolment_no = m.enrolment_no
  join data.attendance_code c on c.code_no = m.code_no`;

/** SQL for the sum of the hashes of stored marks; add `where`. */
export const markSum = `select sum(${markHash('m', enrolmentHash('n'), 'hash(c.code)')}) from ${markSource}`;

/** Adds to the checksum of a table what a load has added, and takes away what it removed. */
export async function adjustChecksum(
  writer: Writer,
  table: string,
  added: bigint,
  removed: bigint,
): Promise<void> {
  const [[before] = []] = await writer.rows(
    'select checksum from bookkeeping.content where table_name = $table',
    { table },
  );
  const checksum = BigInt.asUintN(modulus, BigInt((before as bigint | undefined) ?? 0n) + added - removed);
  await writer.run('delete from bookkeeping.content where table_name = $table', { table });
  await writer.run(`insert into bookkeeping.content values ($table, cast($checksum as ubigint))`, {
    table,
    checksum: String(checksum),
  });
}

/** Computes the checksums of tables from all their rows. */
export async function rebuildChecksums(writer: Writer, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const table = tables.get(name);
    const statement =
      table?.layout === undefined ? undefined : `select sum(${rowHash(table, 't')}) from data.${name} t`;
    const sum = name === 'attendance_mark' ? markSum : statement;
    if (sum === undefined) continue;
    await writer.run('delete from bookkeeping.content where table_name = $name', { name });
    const [[total] = []] = await writer.rows(sum);
    await adjustChecksum(writer, name, (total as bigint | null) ?? 0n, 0n);
  }
}

/** Id of the content as last committed. */
export async function snapshotId(query: QueryEngine['query']): Promise<string> {
  const rows = await query<{ name: string; value: string }>({
    text: `
      select table_name as name, cast(checksum as varchar) as value from bookkeeping.content where checksum <> 0
      union all select 'grades', value from bookkeeping.meta where name = 'grades-hash'
      union all select 'due', 'roll-up' from (select 1 from bookkeeping.touched limit 1)
      order by name`,
    parameters: [],
  });
  const text = [schemaVersion, ...rows.map(({ name, value }) => `${name}=${value}`)].join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
