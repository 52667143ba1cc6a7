import { type Mapped, remove } from '@collegial/connector-kit';
import { gone } from './gone.ts';
import { linkKeyOf, type OneRosterContext, studentIdOf } from './ids.ts';
import { rolesOf, unreadRoles } from './roles.ts';
import type { WireDemographics, WireUser } from './wire-roster.ts';
import { isDeleted } from './wire-shapes.ts';

/** A user with the role of a student: no name, and of the day of birth only year and month. The reader adds `demographics`. */
export function mapStudent(user: WireUser, context: OneRosterContext): Mapped<'Student'> {
  const id = studentIdOf(context, user.sourcedId);
  if (isDeleted(user)) return remove(id);
  const { meanings, unread } = rolesOf(user, context);
  if (!meanings.has('student'))
    return unread === undefined ? gone(user.reading, id, 'user who is no student') : unreadRoles(unread);
  const known = demographicsOf(user);
  return {
    id,
    linkKey: linkKeyOf(context, context.config.studentIdentifier, user),
    sex: sexOf(known?.sex, context),
    birthYear: known?.birthDate === undefined ? null : Number(known.birthDate.slice(0, 4)),
    birthMonth: known?.birthDate === undefined ? null : Number(known.birthDate.slice(5, 7)),
  };
}

/** The demographics of a user, unless they are to be deleted. */
export function demographicsOf({ demographics }: WireUser): WireDemographics | undefined {
  return demographics === undefined || isDeleted(demographics) ? undefined : demographics;
}

/** `unspecified` says nothing; a code that is not of the standard is counted. */
function sexOf(
  written: string | undefined,
  { unmapped }: Pick<OneRosterContext, 'unmapped'>,
): 'F' | 'M' | 'X' | null {
  switch (written?.toLowerCase()) {
    case 'female':
    case 'f':
      return 'F';
    case 'male':
    case 'm':
      return 'M';
    case 'other':
      return 'X';
    case undefined:
    case 'unspecified':
      return null;
    default:
      unmapped('sex', written as string);
      return null;
  }
}
