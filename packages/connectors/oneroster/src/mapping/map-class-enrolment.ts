import { type Mapped, reject, remove } from '@collegial/connector-kit';
import { enrollmentSpanOf } from './enrollment-span.ts';
import { gone } from './gone.ts';
import { type OneRosterContext, plainIdOf, recordIdOf, studentIdOf } from './ids.ts';
import { meaningOf } from './roles.ts';
import type { WireEnrollment } from './wire-roster.ts';
import { isDeleted } from './wire-shapes.ts';

/** An enrollment with the role of a student. */
export function mapClassEnrolment(row: WireEnrollment, context: OneRosterContext): Mapped<'ClassEnrolment'> {
  const id = recordIdOf(context, 'enrollment', row.sourcedId);
  if (isDeleted(row)) return remove(id);
  if (row.role === undefined) return reject('An enrollment has no role.', { field: 'role' });
  const meaning = meaningOf(row.role, context);
  // Among changes, a word that nobody knows must not take away what was there.
  if (meaning === undefined && row.reading.delta && !row.role.startsWith('ext:'))
    return reject('The role of an enrollment is not one that is known.', { field: 'role' });
  if (meaning !== 'student') return gone(row.reading, id, 'enrollment of somebody who is no student');
  if (row.class === undefined) return reject('An enrollment names no class.', { field: 'class' });
  if (row.user === undefined) return reject('An enrollment names no user.', { field: 'user' });
  const span = enrollmentSpanOf(row, id, context);
  if (!('validFrom' in span)) return span;
  return {
    id,
    classId: plainIdOf(context, row.class),
    studentId: studentIdOf(context, row.user),
    ...span,
  };
}
