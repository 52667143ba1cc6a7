import type { Mapped } from '@collegial/connector-kit';
import { type Ids, plainIdOf, studentIdOf } from './wonde-ids.ts';
import type { WireClass } from './wonde-schemas.ts';

/** The students of a class as it is now; Wonde gives no dates with them. */
export function mapClassEnrolment(row: WireClass, ids: Ids): Mapped<'ClassEnrolment'>[] {
  const classId = plainIdOf(ids, row.id);
  return row.students.map((student) => {
    const studentId = studentIdOf(ids, student.id);
    return { id: `${classId}:${studentId}`, classId, studentId };
  });
}
