import { type MapContext, type Mapped, reject } from '@collegial/connector-kit';
import type { EntityInput } from '@collegial/model';
import { type Ids, organisationIdOf, personalIdOf } from './vendor-name-ids.ts';
import type { WireEnrolment } from './vendor-name-schemas.ts';

/** A student on the roll of a school. */
export function mapEnrolment(
  row: WireEnrolment,
  context: Ids & Pick<MapContext<unknown>, 'unmapped'>,
): Mapped<'Enrolment'> {
  const status = statuses[row.status?.toLowerCase() ?? 'current'];
  if (status === undefined) {
    context.unmapped('status', row.status ?? '');
    return reject('The enrolment status is not one that is known.', { field: 'status' });
  }
  return {
    id: personalIdOf(context, 'enrolment', row.id),
    studentId: personalIdOf(context, 'student', row.studentId),
    organisationId: organisationIdOf(context, row.schoolId, row.schoolUrn),
    status,
    enteredOn: row.entryDate,
    leftOn: row.exitDate ?? null,
  };
}

const statuses: Readonly<Record<string, EntityInput<'Enrolment'>['status']>> = {
  current: 'current',
  main: 'main',
  subsidiary: 'subsidiary',
  guest: 'guest',
};
