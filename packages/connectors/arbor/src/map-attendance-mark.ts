import { type MapContext, type Mapped, reject, remove, type Skipped, skip } from '@collegial/connector-kit';
import type { EntityInput } from '@collegial/model';
import type * as z from 'zod';
import type { ArborConfig } from './arbor-config.ts';
import { personalIdOf, schoolIdOf } from './arbor-ids.ts';
import type { WireMark } from './arbor-schemas.ts';

type Row = z.output<typeof WireMark>;
type Mark = NonNullable<Row['mark']>;
type Meaning = EntityInput<'AttendanceMark'>;

const outside: Skipped = skip('mark outside the days of the settings');

/** A mark of a roll call: the statutory register of a morning or an afternoon. */
export function mapAttendanceMark(row: Row, context: MapContext<ArborConfig>): Mapped<'AttendanceMark'> {
  const { recordDate: date, mark } = row;
  const session = sessionOf(row.rollCall);
  const stay = date === undefined ? undefined : stayOn(row, date);
  if (row.gone) {
    // The key is made of what the mark was about, which the log need not say.
    if (date === undefined || session === undefined || stay === undefined)
      return skip('mark that is gone, of which the log says no more');
    return remove(personalIdOf(context, 'enrolment', stay.id), date, session);
  }
  if (date === undefined) return reject('A mark has no date.', { field: 'recordDate' });
  const { from, to } = context.config.attendance;
  if ((from !== undefined && date < from) || (to !== undefined && date > to)) return outside;
  if (session === undefined)
    return reject('The roll call is neither that of a morning nor that of an afternoon.', {
      field: 'attendanceRollCall',
    });
  if (stay === undefined)
    return reject('The student was not enrolled on the day of the mark.', { field: 'student' });
  const code = mark?.attendanceMark ?? mark?.code;
  if (mark === undefined || code === undefined)
    return reject('A mark has no code.', { field: 'attendanceMark' });
  const { minutesLate: late } = row;
  return {
    enrolmentId: personalIdOf(context, 'enrolment', stay.id),
    organisationId: schoolIdOf(context),
    date,
    session,
    code,
    statistical: statisticalOf(mark, context),
    legal: legalOf(mark, context),
    minutesLate: late !== undefined && Number.isInteger(late) && late >= 0 && late < 1440 ? late : null,
    basis: 'mark',
  };
}

/** By the code and the name of the roll call, which a school can choose. */
function sessionOf(rollCall: string | undefined): 'AM' | 'PM' | undefined {
  if (rollCall === undefined) return undefined;
  const words = rollCall.replaceAll('_', ' ');
  const morning = /\bam\b|morning/i.test(words);
  const afternoon = /\bpm\b|afternoon/i.test(words);
  if (morning === afternoon) return undefined;
  return morning ? 'AM' : 'PM';
}

/** The stay that the day lies in; of two, the one that began later. */
function stayOn({ enrolments = [] }: Row, date: string) {
  return enrolments
    .filter(({ entryDate = '', leavingDate = '9999' }) => entryDate <= date && date <= leavingDate)
    .sort((a, b) => ((a.entryDate ?? '') < (b.entryDate ?? '') ? -1 : 1))
    .at(-1);
}

/**
 * What the mark counts as in statistics. Approved activity counts as attendance, so that both flags may stand; any other pair contradicts itself, and
 * the code decides.
 */
function statisticalOf(mark: Mark, { drift }: MapContext<ArborConfig>): Meaning['statistical'] {
  if (
    mark.isStatisticalApprovedEducationalActivity &&
    !mark.isStatisticalAuthorizedAbsent &&
    !mark.isStatisticalUnauthorizedAbsent
  )
    return 'approved-activity';
  const said = [
    mark.isStatisticalPresent && ('present' as const),
    mark.isStatisticalAuthorizedAbsent && ('authorised' as const),
    mark.isStatisticalUnauthorizedAbsent && ('unauthorised' as const),
    mark.isStatisticalPossibleAttendance === false && ('not-possible' as const),
  ].filter((meaning) => meaning !== false && meaning !== undefined);
  if (said.length > 1) drift('attendanceMark.isStatistical');
  return said.length === 1 ? (said[0] as Meaning['statistical']) : null;
}

/** What the mark means in law. Not being required to attend has several grounds in law, which the code tells apart. */
function legalOf(mark: Mark, { drift }: MapContext<ArborConfig>): Meaning['legal'] {
  const said = [
    mark.isLegalPresent && ('present' as const),
    mark.isLegalApprovedEducationalActivity && ('attending-elsewhere' as const),
    mark.isLegalAbsent && ('absent' as const),
  ].filter((meaning) => meaning !== false && meaning !== undefined);
  if (said.length > 1 || (said.length === 1 && mark.isLegalNotRequired)) {
    drift('attendanceMark.isLegal');
    return null;
  }
  return (said[0] as Meaning['legal']) ?? null;
}
