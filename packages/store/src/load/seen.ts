import type { EntityName } from '@collegial/model';
import { VARCHAR } from '@duckdb/node-api';
import { appendColumns } from '../database/append-columns.ts';
import type { Writer } from '../database/writer.ts';

/** A stream of a source in one run. */
export interface StreamRun {
  readonly source: string;
  readonly stream: string;
  readonly entity: EntityName;
  readonly run: string;
}

/**
 * Notes the keys that a run has met in a stream, and gives those that it had met before.
 *
 * @param identities keys as texts, each once
 */
export async function noteSeen(
  writer: Writer,
  { source, stream, entity, run }: StreamRun,
  identities: readonly string[],
): Promise<ReadonlySet<string>> {
  const values = { source, stream, run };
  await writer.run('create or replace temp table meeting (key varchar)');
  await appendColumns(writer.connection, 'meeting', [{ type: VARCHAR, values: identities }]);
  const before = await writer.rows(
    `select s.key from bookkeeping.seen s join meeting m on m.key = s.key
      where s.source = $source and s.stream = $stream and s.run = $run`,
    values,
  );
  const met = new Set(before.map(([key]) => String(key)));
  if (met.size > 0)
    await writer.run(
      `delete from meeting where key in (select key from bookkeeping.seen where source = $source and stream = $stream and run = $run)`,
      values,
    );
  if (met.size < identities.length)
    await writer.run(
      'insert into bookkeeping.seen select $source, $stream, $entity, $run, key from meeting',
      { ...values, entity },
    );
  return met;
}

/**
 * Keys that an earlier run met in the stream and this one did not, and that no other stream of the source holds; with how
 * many keys the stream holds in all.
 */
export async function unseenKeys(
  writer: Writer,
  { source, stream, entity, run }: StreamRun,
): Promise<{ readonly unseen: string[]; readonly held: number }> {
  const rows = await writer.rows(
    `select key from bookkeeping.seen where source = $source and stream = $stream
      group by key having not bool_or(run = $run)
      except select key from bookkeeping.seen where source = $source and entity = $entity and stream <> $stream
      order by key`,
    { source, stream, entity, run },
  );
  const [held = 0] = await writer.numbers(
    'select count(distinct key) from bookkeeping.seen where source = $source and stream = $stream',
    { source, stream },
  );
  return { unseen: rows.map(([key]) => String(key)), held };
}

/** Forgets what earlier runs met in a stream, once what they held and this one did not has been deleted. */
export async function forgetEarlierRuns(writer: Writer, { source, stream, run }: StreamRun): Promise<void> {
  await writer.run(
    'delete from bookkeeping.seen where source = $source and stream = $stream and run <> $run',
    { source, stream, run },
  );
}
