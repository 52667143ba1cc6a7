import type { BulkBatch, BulkResult, TableLayout } from '@collegial/model';
import type { StoredTable } from '@collegial/query';
import type { Writer } from '../../database/writer.ts';
import { keepKey } from '../keep-key.ts';
import type { KnownSources } from '../known-sources.ts';
import { mergeIncoming } from '../merge-incoming.ts';
import { makePseudonyms } from './make-pseudonyms.ts';
import { openRaw } from './open-raw.ts';
import { noteSeenInBulk, quarantineInBulk, reportOn } from './outcomes.ts';
import { planBulk } from './plan-bulk.ts';

/** Entities whose rows need more than their columns: they are read row by row. */
const elsewhere = new Set(['Student', 'Organisation', 'AttendanceMark', 'LessonMark']);

/**
 * Loads a file: the engine reads it, maps it, checks it and merges it. The caller holds the transaction, and undoes it when the file turns out not to be
 * suited.
 *
 * @param path the file, where the engine may read it
 */
export async function loadBulk(
  writer: Writer,
  table: StoredTable,
  path: string,
  batch: BulkBatch,
  sources: KnownSources,
): Promise<BulkResult | { readonly unsuited: string }> {
  const layout = table.layout as TableLayout | undefined;
  if (layout === undefined || elsewhere.has(batch.entity))
    return { unsuited: `${batch.entity} is read row by row.` };
  const plan = planBulk(layout, batch.read);
  const raw = await openRaw(writer, path, batch.read, plan);
  if ('unsuited' in raw) return raw;
  const made = await makePseudonyms(writer, plan, batch);
  await writer.run(`create or replace temp table checked as ${plan.checked(made.of)}`, made.values);
  const fingerprint = batch.keyFingerprint();
  if (fingerprint !== undefined) await keepKey(writer, fingerprint);
  const run = { source: batch.source, stream: batch.stream, entity: batch.entity, run: batch.run };
  const { sound, count } = await fillIncoming(writer, plan);
  if (batch.trackSeen) await noteSeenInBulk(writer, run, layout);
  const merged = await mergeIncoming(writer, table, { ...run, count }, sources);
  await quarantineInBulk(writer, run, batch.read.file);
  const report = await reportOn(writer, run, batch.read.file, plan);
  for (const name of ['raw', 'checked', 'incoming', ...plan.pseudonyms.map((_, n) => `pseudonym_${n}`)])
    await writer.run(`drop table if exists temp.${name}`);
  return { ...merged, duplicate: merged.duplicate + sound - count, rows: raw.rows, ...report };
}

/** Makes the table `incoming` of the records, each key once: the last of several. */
async function fillIncoming(writer: Writer, { keys, incoming }: ReturnType<typeof planBulk>) {
  const [sound = 0, count = 0] = await writer.numbers(
    `select count(*), count(distinct (${keys})) from checked where problem is null`,
  );
  const latest = `row_no in (select max(row_no) from checked where problem is null group by ${keys})`;
  await writer.run(
    `create or replace temp table incoming as ${incoming}${sound === count ? '' : ` and ${latest}`}`,
  );
  return { sound, count };
}
