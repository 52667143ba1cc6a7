import { type Mapped, skip } from '@collegial/connector-kit';
import type { EntityInput } from '@collegial/model';
import { type OneRosterContext, organisationIdOf, plainIdOf, staffIdOf, unknownOrganisation } from './ids.ts';
import { type RoleSpan, recordPart, roleSpanOf } from './role-span.ts';
import { isStaff, rolesOf, unreadRoles } from './roles.ts';
import type { WireUser } from './wire-roster.ts';
import { isDeleted } from './wire-shapes.ts';

type Appointment = EntityInput<'Appointment'>;

/** Of several roles at one organisation from the same day, the first of these is the post. */
const rank: readonly string[] = ['head', 'senior-leader', 'middle-leader', 'teacher', 'support', 'other'];

/**
 * The posts of a user: one for each organisation and first day. OneRoster knows no contracts, so that the kind is always `other` and the full-time
 * equivalent is not known: supply and peripatetic staff cannot be told from others.
 */
export function mapAppointment(user: WireUser, context: OneRosterContext): Mapped<'Appointment'>[] {
  if (isDeleted(user)) return [skip('user who is deleted')];
  const staffId = staffIdOf(context, user.sourcedId);
  const { roles, unread } = rolesOf(user, context);
  const others: Mapped<'Appointment'>[] = unread === undefined ? [] : [unreadRoles(unread)];
  /** By organisation and first day. */
  const places = new Map<string, Map<string, { span: RoleSpan; post: Post }>>();
  for (const role of roles) {
    if (!isStaff(role.meaning)) continue;
    const span = roleSpanOf(role, user.reading, context);
    const organisationId = organisationIdOf(context, user.reading, role.org);
    if (organisationId === undefined) others.push(unknownOrganisation('roles.org'));
    else if ('from' in span) {
      const posts = places.get(role.org) ?? new Map();
      places.set(role.org, posts);
      const post = {
        staffId,
        organisationId,
        role: role.meaning as Appointment['role'],
        kind: 'other' as const,
        validFrom: span.from,
        validTo: span.to,
      };
      posts.set(span.part, { span, post: higher(posts.get(span.part)?.post, post) });
    } else others.push(span);
  }
  const records = [...places].flatMap(([org, posts]) => {
    const place = plainIdOf(context, org).slice(context.source.length + 1);
    return [...posts.values()].map(({ span, post }) => ({
      id: `${staffId}@${recordPart(place, span, posts.size)}`,
      ...post,
    }));
  });
  return [...records, ...others];
}

type Post = Omit<Appointment, 'id'>;

function higher(known: Post | undefined, other: Post): Post {
  if (known === undefined) return other;
  const [first, second] =
    rank.indexOf(known.role) <= rank.indexOf(other.role) ? [known, other] : [other, known];
  // The post lasts as long as the longer of its roles.
  const validTo =
    first.validTo === null || second.validTo === null
      ? null
      : ([first.validTo ?? '', second.validTo ?? ''].sort()[1] as string);
  return { ...first, validTo };
}
