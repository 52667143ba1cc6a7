import type { EntityName } from '@collegial/model';
import { VARCHAR } from '@duckdb/node-api';
import { appendColumns } from '../database/append-columns.ts';
import type { Writer } from '../database/writer.ts';

/** In the place of a run: the complete run that was the first to miss the key. */
const missedBy = (run: string) => `missed by ${run}`;

/** A stream of a source in one run. */
export interface StreamRun {
  readonly source: string;
  readonly stream: string;
  readonly entity: EntityName;
  readonly run: string;
}

/**
 * Notes the keys that a run has met in a stream, and gives those that it had met before. What earlier runs knew of them is forgotten: one row of
 * each key says who met it last, however many runs there are.
 *
 * @param identities keys as texts, each once
 */
export async function noteSeen(
  writer: Writer,
  { source, stream, entity, run }: StreamRun,
  identities: readonly string[],
): Promise<ReadonlySet<string>> {
  if (identities.length === 0) return new Set();
  await fillMeeting(writer, identities);
  await writer.run(
    `create or replace temp table noted as select s.rowid as seen_row, s.key, s.run = $run as now
      from bookkeeping.seen s join meeting m on m.key = s.key where s.source = $source and s.stream = $stream`,
    { source, stream, run },
  );
  const before = await writer.rows('select key from noted where now');
  const [earlier = 0] = await writer.numbers('select count(*) from noted where not now');
  if (earlier > 0)
    await writer.run(
      'delete from bookkeeping.seen where rowid in (select seen_row from noted where not now)',
    );
  const met = new Set(before.map(([key]) => String(key)));
  if (met.size > 0) await writer.run('delete from meeting where key in (select key from noted where now)');
  if (met.size < identities.length)
    await writer.run(
      'insert into bookkeeping.seen select $source, $stream, $entity, $run, key from meeting',
      { source, stream, entity, run },
    );
  return met;
}

/** Forgets keys of a stream that the source says are gone. */
export async function forgetKeys(
  writer: Writer,
  { source, stream }: StreamRun,
  identities: readonly string[],
): Promise<void> {
  if (identities.length === 0) return;
  await fillMeeting(writer, identities);
  await writer.run(
    'delete from bookkeeping.seen where source = $source and stream = $stream and key in (select key from meeting)',
    { source, stream },
  );
}

async function fillMeeting(writer: Writer, identities: readonly string[]): Promise<void> {
  await writer.run('create or replace temp table meeting (key varchar)');
  await appendColumns(writer.connection, 'meeting', [{ type: VARCHAR, values: identities }]);
}

/** What a run did not meet of a stream, and no other stream of the source holds. */
export interface Unseen {
  /** Keys that the complete run before did not meet either. */
  readonly again: string[];
  /** Keys that this run is the first to miss. */
  readonly first: string[];
  /** How many keys the stream holds in all. */
  readonly held: number;
}

/** Keys that an earlier run met in the stream and this one did not. */
export async function unseenKeys(
  writer: Writer,
  { source, stream, entity, run }: StreamRun,
): Promise<Unseen> {
  const rows = await writer.rows(
    `select key, bool_and(starts_with(run, $missed) and run <> $now) as again
      from bookkeeping.seen where source = $source and stream = $stream
      group by key having not bool_or(run = $run) and key not in (
        select key from bookkeeping.seen where source = $source and entity = $entity and stream <> $stream)
      order by key`,
    { source, stream, entity, run, missed: missedBy(''), now: missedBy(run) },
  );
  const [held = 0] = await writer.numbers(
    'select count(distinct key) from bookkeeping.seen where source = $source and stream = $stream',
    { source, stream },
  );
  const keys = (again: boolean) => rows.filter((row) => row[1] === again).map(([key]) => String(key));
  return { again: keys(true), first: keys(false), held };
}

/**
 * Forgets what earlier runs met in a stream, once what they held and this one did not has been deleted.
 *
 * @param kept keys that this run is the first to miss, and that are still there
 */
export async function forgetEarlierRuns(
  writer: Writer,
  { source, stream, entity, run }: StreamRun,
  kept: readonly string[],
): Promise<void> {
  await writer.run(
    'delete from bookkeeping.seen where source = $source and stream = $stream and run <> $run',
    { source, stream, run },
  );
  if (kept.length === 0) return;
  await fillMeeting(writer, kept);
  await writer.run('insert into bookkeeping.seen select $source, $stream, $entity, $now, key from meeting', {
    source,
    stream,
    entity,
    now: missedBy(run),
  });
}
