import { type Mapped, reject, skip } from '@collegial/connector-kit';
import { text } from './cells.ts';
import type { Span } from './indexes.ts';
import type { Row } from './read-table.ts';
import { roleMeanings } from './sds-codes.ts';
import { plainIdOf, recordIdOf, type SdsContext, staffIdOf, studentIdOf } from './sds-ids.ts';

/** A row of `courses.csv`: what is taught. */
export function mapSubject({ values }: Row<unknown>, context: SdsContext): Mapped<'Subject'> {
  const id = text(values.sourcedId);
  const name = text(values.title);
  if (id === undefined) return reject('A course has no id.', { field: 'sourcedId' });
  if (name === undefined) return reject('A course has no title.', { field: 'title' });
  const organisation = text(values.orgSourcedId);
  return {
    id: plainIdOf(context, id),
    organisationId: organisation === undefined ? null : plainIdOf(context, organisation),
    name,
    code: text(values.code) ?? null,
  };
}

/** A row of `classes.csv`. */
export function mapClass({ values }: Row<unknown>, context: SdsContext): Mapped<'Class'> {
  const id = text(values.sourcedId);
  const organisation = text(values.orgSourcedId);
  const name = text(values.title);
  if (id === undefined) return reject('A class has no id.', { field: 'sourcedId' });
  if (organisation === undefined) return reject('A class names no organisation.', { field: 'orgSourcedId' });
  if (name === undefined) return reject('A class has no title.', { field: 'title' });
  const course = text(values.courseSourcedId);
  return {
    id: plainIdOf(context, id),
    organisationId: plainIdOf(context, organisation),
    name,
    subjectId: course === undefined ? null : plainIdOf(context, course),
  };
}

/** A row of `enrollments.csv` of a student; its days are those of the sessions of the class. */
export function mapClassEnrolment(row: Row<Span | undefined>, context: SdsContext): Mapped<'ClassEnrolment'> {
  return mapEnrollment(row, context, (meaning, { user, ...member }) =>
    meaning === 'student' ? { ...member, studentId: studentIdOf(context, user) } : undefined,
  );
}

/** A row of `enrollments.csv` of somebody who teaches. */
export function mapTeaching(row: Row<Span | undefined>, context: SdsContext): Mapped<'Teaching'> {
  return mapEnrollment(row, context, (meaning, { user, ...member }) =>
    meaning !== 'student' && meaning !== 'none'
      ? { ...member, staffId: staffIdOf(context, user) }
      : undefined,
  );
}

interface Member {
  readonly id: string;
  readonly user: string;
  readonly classId: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

function mapEnrollment<Entity extends 'ClassEnrolment' | 'Teaching'>(
  { values, joined }: Row<Span | undefined>,
  context: SdsContext,
  make: (meaning: string, member: Member) => Mapped<Entity> | undefined,
): Mapped<Entity> {
  const group = text(values.classSourcedId);
  const user = text(values.userSourcedId);
  const written = text(values.role);
  if (group === undefined) return reject('An enrolment names no class.', { field: 'classSourcedId' });
  if (user === undefined) return reject('An enrolment names no user.', { field: 'userSourcedId' });
  if (written === undefined) return reject('An enrolment has no role.', { field: 'role' });
  const meaning = roleMeanings.get(written.toLowerCase());
  if (meaning === undefined) {
    context.unmapped('role', written);
    return skip('a role that is not known');
  }
  const made = make(meaning, {
    id: recordIdOf(context, 'enrollment', group, user, written.toLowerCase()),
    user,
    classId: plainIdOf(context, group),
    validFrom: joined?.from ?? null,
    validTo: joined?.to ?? null,
  });
  return made ?? skip('an enrolment in another role');
}
