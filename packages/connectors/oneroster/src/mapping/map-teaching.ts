import { type Mapped, reject, remove } from '@collegial/connector-kit';
import { enrollmentSpanOf } from './enrollment-span.ts';
import { gone } from './gone.ts';
import { type OneRosterContext, plainIdOf, recordIdOf, staffIdOf } from './ids.ts';
import { meaningOf } from './roles.ts';
import type { WireEnrollment } from './wire-roster.ts';
import { isDeleted } from './wire-shapes.ts';

/** Roles of staff who teach; aides and administrators of a class do not. */
const teachers: ReadonlySet<string | undefined> = new Set([
  'teacher',
  'head',
  'senior-leader',
  'middle-leader',
]);

/** An enrollment with the role of a teacher. Whether a teacher is a specialist is not said; `primary` means something else. */
export function mapTeaching(row: WireEnrollment, context: OneRosterContext): Mapped<'Teaching'> {
  const id = recordIdOf(context, 'enrollment', row.sourcedId);
  if (isDeleted(row)) return remove(id);
  if (row.role === undefined) return reject('An enrollment has no role.', { field: 'role' });
  const meaning = meaningOf(row.role, context);
  // Among changes, a word that nobody knows must not take away what was there.
  if (meaning === undefined && row.reading.delta && !row.role.startsWith('ext:'))
    return reject('The role of an enrollment is not one that is known.', { field: 'role' });
  if (!teachers.has(meaning)) return gone(row.reading, id, 'enrollment of somebody who does not teach');
  if (row.class === undefined) return reject('An enrollment names no class.', { field: 'class' });
  if (row.user === undefined) return reject('An enrollment names no user.', { field: 'user' });
  const span = enrollmentSpanOf(row, id, context);
  if (!('validFrom' in span)) return span;
  return { id, classId: plainIdOf(context, row.class), staffId: staffIdOf(context, row.user), ...span };
}
