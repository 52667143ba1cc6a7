import { type MapContext, type Mapped, reject } from '@collegial/connector-kit';
import type * as z from 'zod';
import type { EdfiConfig } from './edfi-config.ts';
import { personalId, plainId } from './edfi-ids.ts';
import type { WireStudentInSection } from './edfi-schemas.ts';
import type { Row } from './read/resolved.ts';

/** A student in a section. */
export function mapClassEnrolment(
  row: Row<z.output<typeof WireStudentInSection>>,
  context: MapContext<EdfiConfig>,
): Mapped<'ClassEnrolment'> {
  const { guid = '', student, section } = row.collegial;
  if (student === undefined)
    return reject('The student is not among those that can be read.', { field: 'studentReference' });
  if (section === undefined)
    return reject('The section is not among those that can be read.', { field: 'sectionReference' });
  return {
    id: personalId(context, 'class-enrolment', guid),
    classId: plainId(context, section),
    studentId: personalId(context, 'student', student),
    validFrom: row.beginDate,
    validTo: row.endDate ?? null,
  };
}
