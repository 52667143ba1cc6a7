import { type MapContext, type Mapped, reject, remove } from '@collegial/connector-kit';
import { academicYearOf, type EnrolmentStatus, englandEnrolmentStatusCodes } from '@collegial/model';
import type * as z from 'zod';
import type { ArborConfig } from './arbor-config.ts';
import { personalIdOf, schoolIdOf } from './arbor-ids.ts';
import type { WireEnrolment } from './arbor-schemas.ts';
import { readYearGroup } from './read-year-group.ts';

type Row = z.output<typeof WireEnrolment>;
type Context = MapContext<ArborConfig>;

/** A stay of a student at the school. */
export function mapEnrolment(row: Row, context: Context): Mapped<'Enrolment'> {
  const id = personalIdOf(context, 'enrolment', row.id);
  if (row.gone) return remove(id);
  if (row.student === undefined) return reject('An enrolment names no student.', { field: 'student' });
  if (row.entryDate === undefined) return reject('An enrolment has no day of entry.', { field: 'entryDate' });
  return {
    id,
    studentId: personalIdOf(context, 'student', row.student),
    organisationId: schoolIdOf(context),
    status: statusOf(row, context),
    enteredOn: row.entryDate,
    leftOn: row.leavingDate ?? null,
    exitReason: row.reason ?? null,
    ...yearGroupOf(row, context),
  };
}

interface Dated {
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
}

/** What held during the stay, earliest first. */
function during<Item extends Dated>(
  { entryDate = '', leavingDate = '9999' }: Row,
  items: readonly Item[] = [],
): Item[] {
  return items
    .filter(({ startDate = '', endDate = '9999' }) => startDate <= leavingDate && endDate >= entryDate)
    .sort((a, b) => ((a.startDate ?? '') < (b.startDate ?? '') ? -1 : 1));
}

/** The mode of the stay, in the codes of the school census; without one the pupil is on the roll of this school alone. */
function statusOf(row: Row, { unmapped }: Context): EnrolmentStatus {
  const mode = during(row, row.modes).at(-1);
  if (mode?.code === undefined) return 'current';
  const known = englandEnrolmentStatusCodes.lookup(
    mode.code.toUpperCase(),
    mode.startDate ?? (row.entryDate as string),
  );
  if (known === undefined) {
    unmapped('enrolmentMode', mode.code);
    return 'current';
  }
  // Who has left was on the roll until then, which the dates say.
  return known.meaning === 'previous' ? 'current' : known.meaning;
}

/** The first year group of the stay, with its academic year. */
function yearGroupOf(row: Row, { unmapped }: Context) {
  const grade = during(row, row.grades)[0];
  if (grade?.yearGroup === undefined || grade.startDate === undefined) return {};
  const yearGroup = readYearGroup(grade.yearGroup);
  if (yearGroup === undefined) {
    unmapped('curriculumGrade', grade.yearGroup);
    return {};
  }
  return { yearGroup, yearGroupIn: academicYearOf(grade.startDate) };
}
