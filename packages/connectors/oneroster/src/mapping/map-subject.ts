import { type Mapped, remove } from '@collegial/connector-kit';
import { type OneRosterContext, organisationIdOf, plainIdOf, unknownOrganisation } from './ids.ts';
import type { WireCourse } from './wire-roster.ts';
import { isDeleted } from './wire-shapes.ts';

/**
 * The subject of a course. Classes name a course each, and a course its subjects: the first of them, or the title of the course, is the name.
 */
export function mapSubject(course: WireCourse, context: OneRosterContext): Mapped<'Subject'> {
  const id = plainIdOf(context, course.sourcedId);
  if (isDeleted(course)) return remove(id);
  const organisationId =
    course.org === undefined ? null : organisationIdOf(context, course.reading, course.org);
  if (organisationId === undefined) return unknownOrganisation('org');
  const name = course.subjects?.[0] ?? course.title;
  if (name === undefined) context.drift('title');
  return {
    id,
    organisationId,
    name: name ?? course.courseCode ?? course.sourcedId,
    code: course.subjectCodes?.[0] ?? course.courseCode ?? null,
  };
}
