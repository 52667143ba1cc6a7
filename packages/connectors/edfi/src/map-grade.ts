import { type MapContext, type Mapped, reject, skip } from '@collegial/connector-kit';
import type * as z from 'zod';
import { descriptorValue } from './descriptors/read-descriptor.ts';
import type { EdfiConfig } from './edfi-config.ts';
import { personalId, plainId } from './edfi-ids.ts';
import type { WireGrade } from './edfi-schemas.ts';
import { pointsOf } from './map-assessment.ts';
import type { Row } from './read/resolved.ts';

/** A grade that a student earned in a section, at the end of its grading period. */
export function mapGrade(
  row: Row<z.output<typeof WireGrade>>,
  context: MapContext<EdfiConfig>,
): Mapped<'Assessment'> {
  const { grades } = context.config;
  if (grades === undefined) return skip('grades are not among the settings');
  if (!grades.types.includes(descriptorValue(row.gradeTypeDescriptor)))
    return skip('grade of a type that the settings do not name');
  const { guid = '', student, organisationId, course, endsOn } = row.collegial;
  if (student === undefined)
    return reject('The student is not among those that can be read.', {
      field: 'studentSectionAssociationReference',
    });
  if (organisationId === undefined)
    return reject('The school is not among those that can be read.', {
      field: 'studentSectionAssociationReference',
    });
  const grade =
    row.letterGradeEarned ??
    (row.numericGradeEarned === undefined ? undefined : String(row.numericGradeEarned));
  if (grade === undefined) return reject('The grade is empty.', { field: 'letterGradeEarned' });
  const takenOn = row.currentGradeAsOfDate ?? endsOn;
  if (takenOn === undefined)
    return reject('The grade has no date, and its grading period none.', { field: 'gradingPeriodReference' });
  return {
    id: personalId(context, 'grade', guid),
    studentId: personalId(context, 'student', student),
    organisationId,
    kind: 'result',
    subjectId: course === undefined ? null : plainId(context, course),
    gradeScheme: grades.gradeScheme,
    grade,
    points: pointsOf(grades.gradeScheme, grade),
    takenOn,
  };
}
