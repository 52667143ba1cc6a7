import type { AttendanceMark } from '@collegial/model';
import { adjustChecksum, enrolmentHash, markHash, markSource } from '../content-checksum.ts';
import type { Writer } from '../database/writer.ts';
import type { RecordBatch } from '../load/load-records.ts';
import type { Written } from '../load/merge-incoming.ts';
import { identityIn } from '../load/record-identity.ts';
import type { Jurisdictions } from './jurisdictions.ts';
import type { MarkNumbers, NumberedCode, NumberedEnrolment } from './mark-numbers.ts';
import { compareMonths, gatherMonths, mergeMonths } from './merge-months.ts';
import { type MovedEnrolment, moveEnrolments } from './move-enrolments.ts';
import { type MarkNumbering, type MarkRange, noMinutes, stageMarks } from './stage-marks.ts';

/** What marks are read with. */
export interface MarkContext {
  readonly writer: Writer;
  readonly numbers: MarkNumbers;
  readonly jurisdictions: Jurisdictions;
}

/** SQL condition that a stored mark lies in a range. */
export const markInRange = (alias: string) =>
  `${alias}.enrolment_no between $firstEnrolment and $lastEnrolment
    and ${alias}.day between date '1970-01-01' + $firstDay::integer and date '1970-01-01' + $lastDay::integer`;

const content = ['code_no', 'meaning', 'legal', 'late', 'stated', 'basis'];

/**
 * Writes attendance marks: as integers into `data.attendance_mark` and into the masks of their months. The caller holds
 * the transaction. Stored marks are looked at only where the masks say that a session has one already, and then only
 * within the range of enrolments and days of the batch, so that the time does not grow with the table.
 */
export async function loadMarks(context: MarkContext, batch: RecordBatch): Promise<Written> {
  const { writer } = context;
  const records = batch.records as readonly AttendanceMark[];
  if (records.length === 0) return { loaded: 0, unchanged: 0, duplicate: 0 };
  const numbering = await numberMarks(context, batch);
  const { sessions, range } = await stageMarks(writer, records, numbering);
  await gatherMonths(writer);
  const run = await context.numbers.run(batch.run);
  const passedOver = records.length - sessions;
  const months = await compareMonths(writer, range);
  const known =
    months.overlapping === 0
      ? { unchanged: 0, duplicate: 0, stale: 0 }
      : await compareMarks(writer, range, run);
  const loaded = sessions - known.unchanged - known.duplicate;
  if (loaded > 0) {
    const removed = known.stale === 0 ? 0n : await removeStale(writer, range);
    if (loaded < sessions) await gatherMonths(writer);
    await writer.run(
      `insert into data.attendance_mark
        select enrolment_no, academic_year, day, session, code_no, meaning, legal, late, nullif(minutes, ${noMinutes}), stated, basis, $run
        from staged_mark`,
      { run },
    );
    const staged = `(select *, nullif(minutes, ${noMinutes}) as minutes_late from staged_mark)`;
    const [[added] = []] = await writer.rows(
      `select sum(${markHash('s', 's.enrolment_hash', 's.code_hash')}) from ${staged} s`,
    );
    await adjustChecksum(writer, 'attendance_mark', (added as bigint | null) ?? 0n, removed);
    await mergeMonths(writer, range, months);
  }
  return { loaded, unchanged: known.unchanged, duplicate: known.duplicate + passedOver };
}

async function numberMarks(
  { writer, numbers, jurisdictions }: MarkContext,
  { source, records, met }: RecordBatch,
): Promise<MarkNumbering> {
  const organisations = new Map<string, string>();
  const written = new Set<string>();
  for (const { enrolmentId, organisationId, code } of records as readonly AttendanceMark[]) {
    organisations.set(enrolmentId, organisationId);
    written.add(code);
  }
  let enrolments = await numbers.number(source, organisations);
  const moved: MovedEnrolment[] = [];
  for (const [id, organisationId] of organisations) {
    const enrolment = enrolments.get(id) as NumberedEnrolment;
    if (enrolment.organisationId !== organisationId) moved.push({ number: enrolment.number, organisationId });
  }
  if (moved.length > 0) {
    await moveEnrolments(writer, moved);
    numbers.forgetEnrolments();
    enrolments = await numbers.find(source, organisations.keys());
  }
  const codes = await numbers.codes(written);
  const jurisdictionOf = await jurisdictions.of();
  const identityOf = identityIn('AttendanceMark');
  return {
    enrolment: (id) => enrolments.get(id) as NumberedEnrolment,
    code: (code) => codes.get(code) as NumberedCode,
    meaning: (mark) => jurisdictions.reader(jurisdictionOf(mark.organisationId))(mark),
    met: met.size === 0 ? () => false : (mark) => met.has(identityOf(mark)),
  };
}

/** Compares the staged marks with stored ones, and leaves in `staged_mark` only those that are new or changed. */
async function compareMarks(writer: Writer, range: MarkRange, run: number) {
  const differs = content.map((name) => `s.${name} <> m.${name}`);
  await writer.run(
    `create or replace temp table compared as
      select m.rowid as stored_row, s.rowid as staged_row,
        case when ${differs.join(' or ')} or nullif(s.minutes, ${noMinutes}) is distinct from m.minutes_late then 1
          when s.met = 1 or m.run_no = $run then 2 else 3 end as state
      from staged_mark s join data.attendance_mark m on m.enrolment_no = s.enrolment_no and m.day = s.day and m.session = s.session
      where ${markInRange('m')}`,
    { ...range, run },
  );
  const [stale = 0, duplicate = 0, unchanged = 0] = await writer.numbers(
    `select count(*) filter (where state = 1), count(*) filter (where state = 2), count(*) filter (where state = 3) from compared`,
  );
  if (duplicate + unchanged > 0)
    await writer.run(
      'delete from staged_mark where rowid in (select staged_row from compared where state <> 1)',
    );
  return { stale, duplicate, unchanged };
}

async function removeStale(writer: Writer, range: MarkRange): Promise<bigint> {
  return await removeMarks(writer, 'select stored_row from compared where state = 1', range);
}

/** Removes marks by their row ids and gives the sum of their hashes. */
export async function removeMarks(writer: Writer, rows: string, range: MarkRange): Promise<bigint> {
  const [[sum] = []] = await writer.rows(
    `select sum(${markHash('m', enrolmentHash('n'), 'hash(c.code)')}) from ${markSource}
      where m.rowid in (${rows}) and ${markInRange('m')}`,
    { ...range },
  );
  await writer.run(`delete from data.attendance_mark m where m.rowid in (${rows}) and ${markInRange('m')}`, {
    ...range,
  });
  return (sum as bigint | null) ?? 0n;
}
