import type { Mapped } from '@collegial/connector-kit';
import { type Ids, personalIdOf, plainIdOf } from './vendor-name-ids.ts';
import type { WireClassStudent } from './vendor-name-schemas.ts';

/** A student in a class. Rows without an id of their own are known by what they join, and since when. */
export function mapClassEnrolment(row: WireClassStudent, ids: Ids): Mapped<'ClassEnrolment'> {
  const classId = plainIdOf(ids, 'class', row.classId);
  const studentId = personalIdOf(ids, 'student', row.studentId);
  return {
    id: [classId, studentId, row.from].join('/'),
    classId,
    studentId,
    validFrom: row.from,
    validTo: row.to ?? null,
  };
}
