import { type Mapped, remove } from '@collegial/connector-kit';
import { gone } from './gone.ts';
import { linkKeyOf, type OneRosterContext, staffIdOf } from './ids.ts';
import { isStaff, rolesOf, unreadRoles } from './roles.ts';
import type { WireUser } from './wire-roster.ts';
import { isDeleted } from './wire-shapes.ts';

/** A user with a role of staff, at however many schools. */
export function mapStaff(user: WireUser, context: OneRosterContext): Mapped<'Staff'> {
  const id = staffIdOf(context, user.sourcedId);
  if (isDeleted(user)) return remove(id);
  const { meanings, unread } = rolesOf(user, context);
  if (![...meanings].some(isStaff))
    return unread === undefined ? gone(user.reading, id, 'user who is no staff') : unreadRoles(unread);
  return { id, linkKey: linkKeyOf(context, context.config.staffIdentifier, user) };
}
