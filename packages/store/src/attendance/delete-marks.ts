import { DATE, INTEGER, UTINYINT } from '@duckdb/node-api';
import { adjustChecksum } from '../content-checksum.ts';
import { appendColumns } from '../database/append-columns.ts';
import type { Writer } from '../database/writer.ts';
import type { Deleted } from '../load/delete-records.ts';
import { markInRange, removeMarks } from './load-marks.ts';
import type { MarkNumbers } from './mark-numbers.ts';
import { clearMonths, gatherMonths } from './merge-months.ts';
import { schoolDay } from './school-day.ts';

/**
 * Deletes marks of a source by enrolment, date and session, from the marks and the masks; the caller holds the transaction.
 *
 * @param keys values of `enrolmentId`, `date` and `session`
 */
export async function deleteMarks(
  writer: Writer,
  numbers: MarkNumbers,
  source: string,
  keys: readonly (readonly string[])[],
): Promise<Deleted> {
  if (keys.length === 0) return { deleted: 0, absent: 0 };
  const enrolments = await numbers.find(source, new Set(keys.map(([enrolment = '']) => enrolment)));
  const rows = keys.flatMap(([enrolment = '', date = '', session]) => {
    const found = enrolments.get(enrolment);
    const day = schoolDay(date);
    if (found === undefined || day === undefined || (session !== 'AM' && session !== 'PM')) return [];
    return [[found.number, day.day, session === 'AM' ? 0 : 1] as const];
  });
  if (rows.length === 0) return { deleted: 0, absent: keys.length };
  const range = {
    firstEnrolment: rows.reduce((least, [number]) => Math.min(least, number), Number.POSITIVE_INFINITY),
    lastEnrolment: rows.reduce((most, [number]) => Math.max(most, number), 0),
    firstDay: rows.reduce((least, [, day]) => Math.min(least, day), Number.POSITIVE_INFINITY),
    lastDay: rows.reduce((most, [, day]) => Math.max(most, day), Number.NEGATIVE_INFINITY),
  };
  await writer.run('create or replace temp table gone (enrolment_no integer, day date, session utinyint)');
  await appendColumns(writer.connection, 'gone', [
    { type: INTEGER, values: Int32Array.from(rows, ([number]) => number) },
    { type: DATE, values: Int32Array.from(rows, ([, day]) => day) },
    { type: UTINYINT, values: Uint8Array.from(rows, ([, , session]) => session) },
  ]);
  await writer.run(
    `create or replace temp table doomed as
      select distinct m.rowid as stored_row from gone g
      join data.attendance_mark m on m.enrolment_no = g.enrolment_no and m.day = g.day and m.session = g.session
      where ${markInRange('m')}`,
    { ...range },
  );
  // The masks are cleared by what was there, so the marks are staged before they go.
  await writer.run(
    `create or replace temp table staged_mark as
      select m.* from data.attendance_mark m where m.rowid in (select stored_row from doomed) and ${markInRange('m')}`,
    { ...range },
  );
  const [deleted = 0] = await writer.numbers('select count(*) from doomed');
  if (deleted > 0) {
    const removed = await removeMarks(writer, 'select stored_row from doomed', range);
    await adjustChecksum(writer, 'attendance_mark', 0n, removed);
    await gatherMonths(writer);
    await clearMonths(writer, range);
  }
  return { deleted, absent: keys.length - deleted };
}
