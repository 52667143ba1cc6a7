import type { Quarantined } from '@collegial/model';
import { join, type QueryEngine, sql } from '@collegial/query';
import { VARCHAR } from '@duckdb/node-api';
import { appendColumns } from '../database/append-columns.ts';
import type { Writer } from '../database/writer.ts';
import type { QuarantineEntry, QuarantineFilter } from '../store.ts';
import type { StreamRun } from './seen.ts';

/** Writes quarantined records; the caller holds the transaction. */
export async function writeQuarantine(
  writer: Writer,
  { source, stream, entity, run }: StreamRun,
  quarantined: readonly Quarantined[],
): Promise<void> {
  if (quarantined.length === 0) return;
  const constant = (value: string) => quarantined.map(() => value);
  const columns = [
    constant(run),
    constant(source),
    constant(stream),
    constant(entity),
    quarantined.map(({ place }) => JSON.stringify(place)),
    quarantined.map(({ code }) => code),
    quarantined.map(({ reason }) => reason),
  ];
  await writer.run('create or replace temp table set_aside as select * from bookkeeping.quarantine limit 0');
  await appendColumns(
    writer.connection,
    'set_aside',
    columns.map((values) => ({ type: VARCHAR, values })),
  );
  await writer.run('insert into bookkeeping.quarantine select * from set_aside');
}

/** Lists quarantined records, latest first. */
export async function readQuarantine(
  engine: Pick<QueryEngine, 'query'>,
  { source, stream, run, limit = 1000 }: QuarantineFilter = {},
): Promise<QuarantineEntry[]> {
  const conditions = [
    ...(source === undefined ? [] : [sql`source = ${source}`]),
    ...(stream === undefined ? [] : [sql`stream = ${stream}`]),
    ...(run === undefined ? [] : [sql`run = ${run}`]),
  ];
  const where = conditions.length === 0 ? sql`` : sql`where ${join(conditions, ' and ')}`;
  const rows = await engine.query<Omit<QuarantineEntry, 'place'> & { place: string }>(sql`
    select source, stream, entity, run, place, code, reason
    from bookkeeping.quarantine ${where} order by rowid desc limit ${limit}`);
  return rows.map((row) => ({ ...row, place: JSON.parse(row.place) as QuarantineEntry['place'] }));
}
