import { type MapContext, type Mapped, reject, type Skipped, skip } from '@collegial/connector-kit';
import { readDay } from './php-date.ts';
import type { WondeConfig } from './wonde-config.ts';
import { enrolmentIdOf } from './wonde-ids.ts';
import { readReference, type WireMark } from './wonde-schemas.ts';

const outside: Skipped = skip('mark outside the days of the settings');

/** A mark of a session register. The server may take no notice of the days asked for: they are looked at here. */
export function mapAttendanceMark(row: WireMark, context: MapContext<WondeConfig>): Mapped<'AttendanceMark'> {
  const student = readReference(row.student ?? row.student_id);
  if (student === undefined) return reject('A mark names no student.', { field: 'student' });
  const read = readDay(row.date);
  if ('problem' in read) return reject(`The date ${read.problem}.`, { field: 'date' });
  const date = read.day;
  if (date === undefined) return reject('A mark has no date.', { field: 'date' });
  const { from, to } = context.config.attendance;
  if ((from !== undefined && date < from) || (to !== undefined && date > to)) return outside;
  const session = row.session === 'AM' || row.session === 'PM' ? row.session : sessionOf(row.session);
  if (session === undefined) return reject('The session is neither AM nor PM.', { field: 'session' });
  const code = codeOf(row.attendance_code ?? row.attendance_code_id, row.ofSchool.codes);
  if (code === undefined)
    return reject('The attendance code is missing, or is none of the school’s.', {
      field: 'attendance_code',
    });
  const late = row.minutes_late;
  return {
    enrolmentId: enrolmentIdOf(context, student),
    organisationId: row.ofSchool.organisationId,
    date,
    session,
    code,
    statistical: null,
    legal: null,
    minutesLate: typeof late === 'number' && Number.isInteger(late) && late >= 0 && late < 1440 ? late : null,
    basis: 'mark',
  };
}

function sessionOf(written: unknown): 'AM' | 'PM' | undefined {
  const text = typeof written === 'string' ? written.trim().toUpperCase() : '';
  return text === 'AM' || text === 'PM' ? text : undefined;
}

/**
 * The code as the register writes it: the one that the school's list gives for the id of a code, an included object with
 * its `code`, or the text itself when it is short enough to be one. Spaces are taken off, nothing else.
 */
function codeOf(written: unknown, codes: ReadonlyMap<string, string>): string | undefined {
  if (typeof written === 'string') {
    const listed = codes.get(written);
    if (listed !== undefined) return listed;
    const text = written.trim();
    return text !== '' && text.length <= 4 ? text : undefined;
  }
  if (typeof written !== 'object' || written === null) return undefined;
  const { data, code } = written as { data?: unknown; code?: unknown };
  if (data !== undefined) return codeOf(data, codes);
  const id = readReference(written);
  return typeof code === 'string' ? codeOf(code, codes) : id === undefined ? undefined : codes.get(id);
}
