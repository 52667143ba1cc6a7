import { type Mapped, reject, remove } from '@collegial/connector-kit';
import { oneYearGroup } from './grade-levels.ts';
import { type OneRosterContext, organisationIdOf, plainIdOf, unknownOrganisation } from './ids.ts';
import type { WireClass } from './wire-roster.ts';
import { isDeleted } from './wire-shapes.ts';

/** A class. One without a title is named by its code. OneRoster says nothing of sets. */
export function mapClass(row: WireClass, context: OneRosterContext): Mapped<'Class'> {
  const id = plainIdOf(context, row.sourcedId);
  if (isDeleted(row)) return remove(id);
  if (row.school === undefined) return reject('A class names no school.', { field: 'school' });
  const organisationId = organisationIdOf(context, row.reading, row.school);
  if (organisationId === undefined) return unknownOrganisation('school');
  if (row.title === undefined) context.drift('title');
  return {
    id,
    organisationId,
    name: row.title ?? row.classCode ?? row.sourcedId,
    subjectId: row.course === undefined ? null : plainIdOf(context, row.course),
    yearGroup: oneYearGroup(row.grades, context.unmapped),
  };
}
