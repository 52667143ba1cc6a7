import type { AttendanceMark } from '@collegial/model';
import { CollegialError } from '@collegial/model';
import { DATE, type DuckDBType, INTEGER, SMALLINT, UBIGINT, UTINYINT } from '@duckdb/node-api';
import { appendColumns } from '../database/append-columns.ts';
import type { Writer } from '../database/writer.ts';
import type { MarkMeaning } from './mark-meaning.ts';
import type { NumberedCode, NumberedEnrolment } from './mark-numbers.ts';
import { schoolDay } from './school-day.ts';

/** What the marks of a batch are turned into numbers with. */
export interface MarkNumbering {
  enrolment(id: string): NumberedEnrolment;
  code(code: string): NumberedCode;
  meaning(mark: AttendanceMark): MarkMeaning;
  /** Tells whether this run is known to have met the mark before. */
  met(mark: AttendanceMark): boolean;
}

/** Where a batch of marks lies, so that the engine passes over the rest of the table. */
export interface MarkRange {
  readonly firstEnrolment: number;
  readonly lastEnrolment: number;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** No number of minutes: nulls would need a second pass over the column. */
export const noMinutes = -2_147_483_648;

/** One array for each column of `staged_mark`. */
const createArrays = (length: number) => ({
  enrolment_no: new Int32Array(length),
  academic_year: new Int16Array(length),
  day: new Int32Array(length),
  session: new Uint8Array(length),
  code_no: new Int32Array(length),
  meaning: new Uint8Array(length),
  legal: new Uint8Array(length),
  late: new Uint8Array(length),
  minutes: new Int32Array(length),
  stated: new Uint8Array(length),
  basis: new Uint8Array(length),
  met: new Uint8Array(length),
  enrolment_hash: new BigUint64Array(length),
  code_hash: new BigUint64Array(length),
});

const types: Record<keyof ReturnType<typeof createArrays>, DuckDBType> = {
  enrolment_no: INTEGER,
  academic_year: SMALLINT,
  day: DATE,
  session: UTINYINT,
  code_no: INTEGER,
  meaning: UTINYINT,
  legal: UTINYINT,
  late: UTINYINT,
  minutes: INTEGER,
  stated: UTINYINT,
  basis: UTINYINT,
  met: UTINYINT,
  enrolment_hash: UBIGINT,
  code_hash: UBIGINT,
};

/**
 * Puts marks into the temporary table `staged_mark`, in order of enrolment, day and session, each session of an enrolment once:
 * the last mark of several wins.
 *
 * @returns how many sessions there are, and where they lie
 */
export async function stageMarks(
  writer: Writer,
  marks: readonly AttendanceMark[],
  numbering: MarkNumbering,
): Promise<{ readonly sessions: number; readonly range: MarkRange }> {
  const latest = new Map<number, AttendanceMark>();
  for (const mark of marks) latest.set(position(mark, numbering.enrolment(mark.enrolmentId).number), mark);
  const order = Float64Array.from(latest.keys()).sort();
  const arrays = createArrays(order.length);
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < order.length; row++) {
    const mark = latest.get(order[row] as number) as AttendanceMark;
    const enrolment = numbering.enrolment(mark.enrolmentId);
    const code = numbering.code(mark.code);
    const meaning = numbering.meaning(mark);
    const { day, academicYear } = dayOf(mark.date);
    if (day < firstDay) firstDay = day;
    if (day > lastDay) lastDay = day;
    arrays.enrolment_no[row] = enrolment.number;
    arrays.academic_year[row] = academicYear;
    arrays.day[row] = day;
    arrays.session[row] = mark.session === 'AM' ? 0 : 1;
    arrays.code_no[row] = code.number;
    arrays.meaning[row] = meaning.meaning;
    arrays.legal[row] = meaning.legal;
    arrays.late[row] = meaning.late;
    arrays.minutes[row] = mark.minutesLate ?? noMinutes;
    arrays.stated[row] = meaning.stated;
    arrays.basis[row] = mark.basis === 'mark' ? 0 : 1;
    arrays.met[row] = numbering.met(mark) ? 1 : 0;
    arrays.enrolment_hash[row] = enrolment.hash;
    arrays.code_hash[row] = code.hash;
  }
  const columns = Object.entries(types).map(([name, type]) => ({
    name,
    type,
    values: arrays[name as keyof typeof arrays],
  }));
  const list = columns.map(({ name, type }) => `${name} ${type}`).join(', ');
  await writer.run(`create or replace temp table staged_mark (${list})`);
  await appendColumns(writer.connection, 'staged_mark', columns);
  const range = {
    firstEnrolment: arrays.enrolment_no[0] ?? 0,
    lastEnrolment: arrays.enrolment_no.at(-1) ?? 0,
    firstDay,
    lastDay,
  };
  return { sessions: order.length, range };
}

/** Days from 1 January of year 1 to 1970, so that no day is negative. */
const daysBefore1970 = 719_162;

/** One whole number for a session of an enrolment, in the order in which marks are stored; exact up to 2^29 enrolments. */
function position(mark: AttendanceMark, enrolment: number): number {
  const { day } = dayOf(mark.date);
  return enrolment * 2 ** 23 + (day + daysBefore1970) * 2 + (mark.session === 'AM' ? 0 : 1);
}

function dayOf(date: string) {
  const found = schoolDay(date);
  if (found === undefined) {
    throw new CollegialError({
      code: 'record.invalid',
      message: 'An attendance mark has a date that is none.',
      place: { field: 'date' },
      fix: 'Pass records that were checked against the schema of AttendanceMark.',
    });
  }
  return found;
}
