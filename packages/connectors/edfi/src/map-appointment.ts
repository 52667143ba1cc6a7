import { type MapContext, type Mapped, reject } from '@collegial/connector-kit';
import type * as z from 'zod';
import { descriptorValue, readDescriptor } from './descriptors/read-descriptor.ts';
import type { EdfiConfig } from './edfi-config.ts';
import { personalId } from './edfi-ids.ts';
import type { WireAssignment } from './edfi-schemas.ts';
import type { Row } from './read/resolved.ts';

/** An assignment of a member of staff to a school or district; the employment that it names says who employs the person, and how. */
export function mapAppointment(
  row: Row<z.output<typeof WireAssignment>>,
  context: MapContext<EdfiConfig>,
): Mapped<'Appointment'> {
  const { guid = '', staff, organisationId, relatedId } = row.collegial;
  if (staff === undefined)
    return reject('The person is not among the staff that can be read.', { field: 'staffReference' });
  if (organisationId === undefined)
    return reject('The organisation is not given.', { field: 'educationOrganizationReference' });
  const employment = row.employmentStaffEducationOrganizationEmploymentAssociationReference;
  const role = readDescriptor('StaffClassification', row.staffClassificationDescriptor, context) ?? 'other';
  const substitute = /^substitute/i.test(descriptorValue(row.staffClassificationDescriptor ?? ''));
  const fte = row.fullTimeEquivalency;
  return {
    id: personalId(context, 'appointment', guid),
    staffId: personalId(context, 'staff', staff),
    organisationId,
    employerId: relatedId === undefined || relatedId === organisationId ? null : relatedId,
    role,
    kind: substitute
      ? 'supply'
      : (readDescriptor('EmploymentStatus', employment?.employmentStatusDescriptor, context) ?? 'other'),
    fte: fte !== undefined && fte >= 0 && fte <= 2 ? Math.round(fte * 10_000) / 10_000 : null,
    subject: row.positionTitle ?? null,
    validFrom: row.beginDate,
    validTo: row.endDate ?? null,
  };
}
