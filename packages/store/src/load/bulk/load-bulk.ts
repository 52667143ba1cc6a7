import type { BulkBatch, BulkResult, TableLayout } from '@collegial/model';
import type { StoredTable } from '@collegial/query';
import type { Writer } from '../../database/writer.ts';
import type { FirstLoad } from '../first-load.ts';
import { keepKey } from '../keep-key.ts';
import type { KnownSources } from '../known-sources.ts';
import { mergeIncoming } from '../merge-incoming.ts';
import { makePseudonyms } from './make-pseudonyms.ts';
import { openRaw } from './open-raw.ts';
import { listProblems, noteSeenInBulk, quarantineInBulk, reportOn } from './outcomes.ts';
import { type BulkPlan, planBulk } from './plan-bulk.ts';
import { recordKeySql } from './record-key-sql.ts';

/** What a bulk load shares with others. */
export interface BulkContext {
  /** Key of the record keys, in base64. */
  readonly salt: string;
  readonly sources: KnownSources;
  readonly first: FirstLoad;
}

/** Entities whose rows need more than their columns: they are read row by row. */
const elsewhere = new Set(['Organisation', 'AttendanceMark', 'LessonMark']);

/**
 * Loads a file: the engine reads it, maps it and checks it, and merges it in one transaction. Nothing is loaded when the file turns out not to be suited.
 *
 * @param paths of the file and those beside it, where the engine may read them
 */
export async function loadBulk(
  writer: Writer,
  table: StoredTable,
  paths: readonly string[],
  batch: BulkBatch,
  { salt, sources, first }: BulkContext,
): Promise<BulkResult | { readonly unsuited: string }> {
  const layout = table.layout as TableLayout | undefined;
  if (layout === undefined || elsewhere.has(batch.entity))
    return { unsuited: `${batch.entity} is read row by row.` };
  const plan = planBulk(layout, batch.read);
  return await writer.turn('A bulk load', async (inTransaction) => {
    try {
      const raw = await openRaw(writer, paths, batch.read, plan);
      if ('unsuited' in raw) return raw;
      await check(writer, plan, batch, salt);
      await listProblems(writer);
      const report = await reportOn(writer, batch, batch.read.file, plan);
      // Frees the memory before the records are copied into their table.
      await dropTables(writer, scratchOf(plan));
      first.forget();
      const merged = await inTransaction(() => keep(writer, table, layout, plan, batch, sources));
      return { rows: raw.rows, ...merged, ...report };
    } finally {
      await dropTables(writer, [...scratchOf(plan), 'checked', 'problems']);
    }
  });
}

/** Tables that are needed no more when all is checked. */
const scratchOf = ({ pseudonyms }: BulkPlan) => [
  'raw',
  ...pseudonyms.map((_, index) => `pseudonym_${index}`),
];

async function dropTables(writer: Writer, names: readonly string[]): Promise<void> {
  for (const name of names) await writer.run(`drop table if exists temp.${name}`);
}

/** Makes the table `checked` of the rows of `raw`. */
async function check(writer: Writer, plan: BulkPlan, batch: BulkBatch, salt: string): Promise<void> {
  const made = await makePseudonyms(writer, plan, batch);
  const recordKey = batch.entity === 'Student' ? recordKeySql(salt) : undefined;
  const checked = plan.checked(made.of, recordKey?.column);
  await writer.run(`create or replace temp table checked as ${checked}`, {
    ...made.values,
    ...recordKey?.values,
  });
}

/** Keeps what is checked: records, the keys that were met, and what is set aside. The caller holds the transaction. */
async function keep(
  writer: Writer,
  table: StoredTable,
  layout: TableLayout,
  plan: BulkPlan,
  batch: BulkBatch,
  sources: KnownSources,
) {
  const { source, run, read } = batch;
  const { sound, count, records } = await soundRecords(writer, plan);
  const fingerprint = batch.keyFingerprint();
  if (fingerprint !== undefined) await keepKey(writer, fingerprint);
  if (batch.trackSeen) await noteSeenInBulk(writer, batch, layout, records);
  await quarantineInBulk(writer, batch, read.file);
  const merged = await mergeIncoming(writer, table, { source, run, records, count }, sources);
  return { ...merged, duplicate: merged.duplicate + sound - count };
}

/** SQL for the records that can be used, each key once: the last of several. */
async function soundRecords(writer: Writer, { keys, records }: BulkPlan) {
  const [sound = 0, count = 0] = await writer.numbers(
    `select count(*), count(distinct (${keys})) from checked where problem is null`,
  );
  const latest = `row_no in (select max(row_no) from checked where problem is null group by ${keys})`;
  return { sound, count, records: sound === count ? records : `${records} and ${latest}` };
}
