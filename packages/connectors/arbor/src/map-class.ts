import { type MapContext, type Mapped, reject, remove } from '@collegial/connector-kit';
import type * as z from 'zod';
import type { ArborConfig } from './arbor-config.ts';
import { personalIdOf, plainIdOf, schoolIdOf } from './arbor-ids.ts';
import type { WireMembership, WireSubject, WireUnit } from './arbor-schemas.ts';
import { readYearGroup } from './read-year-group.ts';

type Context = MapContext<ArborConfig>;

/** A subject. */
export function mapSubject(row: z.output<typeof WireSubject>, context: Context): Mapped<'Subject'> {
  const id = plainIdOf(context, 'subject', row.id);
  if (row.gone) return remove(id);
  const name = row.subjectName ?? row.code;
  if (name === undefined) return reject('A subject has no name.', { field: 'subjectName' });
  return { id, organisationId: schoolIdOf(context), name, code: row.code ?? null };
}

/** An academic unit is Arbor's word for a class, and for what classes are parts of. */
export function mapClass(row: z.output<typeof WireUnit>, context: Context): Mapped<'Class'> {
  const id = plainIdOf(context, 'class', row.id);
  if (row.gone) return remove(id);
  const name = row.academicUnitName ?? row.shortName;
  if (name === undefined) return reject('A class has no name.', { field: 'academicUnitName' });
  const yearGroup = readYearGroup(row.yearGroup);
  if (row.yearGroup !== undefined && yearGroup === undefined)
    context.unmapped('curriculumGrade', row.yearGroup);
  return {
    id,
    organisationId: schoolIdOf(context),
    name,
    subjectId: row.subject === undefined ? null : plainIdOf(context, 'subject', row.subject),
    yearGroup: yearGroup ?? null,
  };
}

type Membership = z.output<typeof WireMembership>;

/** A student in a class. */
export function mapClassEnrolment(row: Membership, context: Context): Mapped<'ClassEnrolment'> {
  const id = personalIdOf(context, 'membership', `student/${row.id}`);
  if (row.gone) return remove(id);
  const { academicUnit, student } = row;
  if (academicUnit === undefined || student === undefined) return incomplete(row, 'student');
  return {
    id,
    classId: plainIdOf(context, 'class', academicUnit),
    studentId: personalIdOf(context, 'student', student),
    ...periodOf(row),
  };
}

/** Who leads a class. */
export function mapTeaching(row: Membership, context: Context): Mapped<'Teaching'> {
  const id = personalIdOf(context, 'membership', `staff/${row.id}`);
  if (row.gone) return remove(id);
  const { academicUnit, staff } = row;
  if (academicUnit === undefined || staff === undefined) return incomplete(row, 'staff');
  return {
    id,
    classId: plainIdOf(context, 'class', academicUnit),
    staffId: personalIdOf(context, 'staff', staff),
    ...periodOf(row),
  };
}

const periodOf = ({ startDate, endDate }: Membership) => ({
  validFrom: startDate ?? null,
  validTo: endDate ?? null,
});

const incomplete = ({ academicUnit }: Membership, other: string) =>
  reject('A membership names no class or no person.', {
    field: academicUnit === undefined ? 'academicUnit' : other,
  });
