import type { MapContext, Mapped } from '@collegial/connector-kit';
import { englandAttendanceCodes } from '@collegial/model';
import { type Ids, organisationIdOf, personalIdOf } from './vendor-name-ids.ts';
import type { WireMark } from './vendor-name-schemas.ts';

/**
 * A mark of the register. The code stays as it was written: what it meant on that day is read from the dated code set later, so that a code
 * that no set knows is kept and counted.
 */
export function mapAttendanceMark(
  row: WireMark,
  context: Ids & Pick<MapContext<unknown>, 'unmapped'>,
): Mapped<'AttendanceMark'> {
  if (englandAttendanceCodes.lookup(row.code, row.date) === undefined) context.unmapped('code', row.code);
  return {
    enrolmentId: personalIdOf(context, 'enrolment', row.enrolmentId),
    organisationId: organisationIdOf(context, row.schoolId, row.schoolUrn),
    date: row.date,
    session: row.session,
    code: row.code,
    // Every session is marked. Where only absences are, say `exception` here and at the stream, and read calendars, too.
    basis: 'mark',
  };
}
