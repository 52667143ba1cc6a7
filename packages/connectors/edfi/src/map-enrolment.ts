import { type MapContext, type Mapped, reject } from '@collegial/connector-kit';
import { academicYearOf } from '@collegial/model';
import type * as z from 'zod';
import { descriptorValue, readDescriptor } from './descriptors/read-descriptor.ts';
import type { EdfiConfig } from './edfi-config.ts';
import { personalId } from './edfi-ids.ts';
import type { WireEnrolment } from './edfi-schemas.ts';
import type { Row } from './read/resolved.ts';

/** A student at a school. */
export function mapEnrolment(
  row: Row<z.output<typeof WireEnrolment>>,
  context: MapContext<EdfiConfig>,
): Mapped<'Enrolment'> {
  const { guid = '', student, organisationId } = row.collegial;
  if (student === undefined)
    return reject('The student is not among those that can be read.', { field: 'studentReference' });
  if (organisationId === undefined)
    return reject('The school is not among those that can be read.', { field: 'schoolReference' });
  const grade = readDescriptor('GradeLevel', row.entryGradeLevelDescriptor, context);
  // Ed-Fi names a school year after the calendar year in which it ends.
  const schoolYear = row.schoolYearTypeReference?.schoolYear;
  const yearGroupIn = schoolYear === undefined ? startOf(row.entryDate) : schoolYear - 1;
  return {
    id: personalId(context, 'enrolment', guid),
    studentId: personalId(context, 'student', student),
    organisationId,
    status: row.primarySchool === false ? 'subsidiary' : 'current',
    enteredOn: row.entryDate,
    leftOn:
      row.exitWithdrawDate === undefined
        ? null
        : lastDay(row.exitWithdrawDate, row.entryDate, context.config),
    exitReason:
      row.exitWithdrawTypeDescriptor === undefined ? null : descriptorValue(row.exitWithdrawTypeDescriptor),
    ...(grade === undefined ? {} : { yearGroup: grade, yearGroupIn }),
  };
}

/** School years begin in July or August in the United States. */
function startOf(date: string): number {
  return academicYearOf(date, 7);
}

function lastDay(exit: string, entry: string, { exitDate }: EdfiConfig): string {
  if (exitDate === 'last-day' || exit <= entry) return exit;
  return new Date(Date.parse(`${exit}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
