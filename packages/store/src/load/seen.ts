import type { EntityName } from '@collegial/model';
import { stageColumns } from '../database/stage-columns.ts';
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

/** SQL for the numbers of the runs of a source; add more of what they are. */
export const runsOf = (which: string) =>
  `select run_no from bookkeeping.stream_run where source = $source and ${which}`;

/** The number under which the keys that a run meets are noted. */
export async function runNumber(writer: Writer, { source, stream, entity, run }: StreamRun): Promise<number> {
  const values = { source, stream, entity, run };
  const [known] = await writer.numbers(
    runsOf('stream = $stream and entity = $entity and run = $run'),
    values,
  );
  if (known !== undefined) return known;
  await writer.run(
    `insert into bookkeeping.stream_run
      select coalesce(max(run_no), 0) + 1, $source, $stream, $entity, $run from bookkeeping.stream_run`,
    values,
  );
  return await runNumber(writer, { source, stream, entity, run });
}

/**
 * Notes the keys that a run has met in a stream, and gives those that it had met before. What earlier runs knew of them is forgotten: one row of
 * each key says who met it last, however many runs there are.
 *
 * @param identities keys as texts, each once
 */
export async function noteSeen(
  writer: Writer,
  streamRun: StreamRun,
  identities: readonly string[],
): Promise<ReadonlySet<string>> {
  if (identities.length === 0) return new Set();
  const { source, stream } = streamRun;
  const now = await runNumber(writer, streamRun);
  await fillMeeting(writer, identities);
  await writer.run(
    `create or replace temp table noted as select s.rowid as seen_row, s.key, s.run_no = $now as now
      from bookkeeping.seen s join meeting m on m.key = s.key where s.run_no in (${runsOf('stream = $stream')})`,
    { source, stream, now },
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
    await writer.run('insert into bookkeeping.seen select $now, key from meeting', { now });
  return met;
}

/**
 * Notes keys that no run of any stream has met before.
 *
 * @param key SQL for the key as text, in `records`
 * @param records table, or query in brackets
 */
export async function noteNew(
  writer: Writer,
  streamRun: StreamRun,
  key: string,
  records: string,
): Promise<void> {
  const now = await runNumber(writer, streamRun);
  await writer.run(`insert into bookkeeping.seen select $now, ${key} from ${records}`, { now });
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
    `delete from bookkeeping.seen where run_no in (${runsOf('stream = $stream')}) and key in (select key from meeting)`,
    { source, stream },
  );
}

async function fillMeeting(writer: Writer, identities: readonly string[]): Promise<void> {
  await stageColumns(writer, 'meeting', [{ name: 'key', values: identities }]);
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
  const [earlier = 0] = await writer.numbers(
    `select count(*) from bookkeeping.seen where run_no in (${runsOf('stream = $stream and run <> $run')})`,
    { source, stream, run },
  );
  // The first run of a stream: there is nothing that it could have missed.
  if (earlier === 0) return { again: [], first: [], held: 0 };
  const rows = await writer.rows(
    `select s.key, bool_and(starts_with(r.run, $missed) and r.run <> $now) as again
      from bookkeeping.seen s join bookkeeping.stream_run r using (run_no)
      where r.source = $source and r.stream = $stream
      group by s.key having not bool_or(r.run = $run) and s.key not in (
        select key from bookkeeping.seen where run_no in (${runsOf('entity = $entity and stream <> $stream')}))
      order by s.key`,
    { source, stream, entity, run, missed: missedBy(''), now: missedBy(run) },
  );
  const [held = 0] = await writer.numbers(
    `select count(distinct key) from bookkeeping.seen where run_no in (${runsOf('stream = $stream')})`,
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
  streamRun: StreamRun,
  kept: readonly string[],
): Promise<void> {
  const { source, stream, run } = streamRun;
  const earlier = runsOf('stream = $stream and run <> $run');
  await writer.run(`delete from bookkeeping.seen where run_no in (${earlier})`, { source, stream, run });
  await writer.run(`delete from bookkeeping.stream_run where run_no in (${earlier})`, {
    source,
    stream,
    run,
  });
  if (kept.length === 0) return;
  await fillMeeting(writer, kept);
  await noteNew(writer, { ...streamRun, run: missedBy(run) }, 'key', 'meeting');
}
