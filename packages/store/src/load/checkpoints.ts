import type { Checkpoint, LoadResult } from '@collegial/model';
import { type QueryEngine, sql } from '@collegial/query';
import type { Writer } from '../database/writer.ts';

/** The last committed checkpoint of a stream, or `undefined`. */
export async function readCheckpoint(
  engine: Pick<QueryEngine, 'query'>,
  source: string,
  stream: string,
): Promise<Checkpoint | undefined> {
  const [row] = await engine.query<{ value: string }>(
    sql`select value from bookkeeping.checkpoint where source = ${source} and stream = ${stream}`,
  );
  return row === undefined ? undefined : (JSON.parse(row.value) as Checkpoint);
}

/** Writes a checkpoint with the counts of the batch added to those it came with; the caller holds the transaction. */
export async function writeCheckpoint(
  writer: Writer,
  source: string,
  stream: string,
  checkpoint: Checkpoint,
  result: LoadResult,
): Promise<void> {
  const counts: Record<string, number> = { ...checkpoint.counts };
  for (const [name, count] of Object.entries(result)) counts[name] = (counts[name] ?? 0) + count;
  await writer.run('delete from bookkeeping.checkpoint where source = $source and stream = $stream', {
    source,
    stream,
  });
  await writer.run('insert into bookkeeping.checkpoint values ($source, $stream, $value)', {
    source,
    stream,
    value: JSON.stringify({ ...checkpoint, counts }),
  });
}
