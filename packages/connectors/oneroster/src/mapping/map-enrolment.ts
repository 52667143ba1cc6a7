import { type Mapped, outcomeOf, skip } from '@collegial/connector-kit';
import { academicYearOf, type EntityInput } from '@collegial/model';
import { oneYearGroup } from './grade-levels.ts';
import {
  type OneRosterContext,
  organisationIdOf,
  plainIdOf,
  studentIdOf,
  unknownOrganisation,
} from './ids.ts';
import { yearStartsIn } from './mapping-settings.ts';
import { overlap, type RoleSpan, recordPart, roleSpanOf } from './role-span.ts';
import { rolesOf, unreadRoles } from './roles.ts';
import type { WireUser } from './wire-roster.ts';
import { isDeleted } from './wire-shapes.ts';

interface Place {
  readonly org: string;
  readonly organisationId: string;
  readonly span: RoleSpan;
}

/**
 * The enrolments of a user: one for each role of a student at a school. Roles that vanish from a user leave no trace, so that this is read whole and
 * never as changes.
 */
export function mapEnrolment(user: WireUser, context: OneRosterContext): Mapped<'Enrolment'>[] {
  if (isDeleted(user)) return [skip('user who is deleted')];
  const others: Mapped<'Enrolment'>[] = [];
  const places = new Map<string, Place>();
  const { roles, unread } = rolesOf(user, context);
  if (unread !== undefined) others.push(unreadRoles(unread));
  for (const role of roles) {
    if (role.meaning !== 'student') continue;
    const organisationId = organisationIdOf(context, user.reading, role.org);
    // Districts and departments are named beside the school: nobody is on their roll.
    const kind = user.reading.organisations.get(role.org)?.kind ?? 'school';
    const span = roleSpanOf(role, user.reading, context);
    if (organisationId === undefined) others.push(unknownOrganisation('roles.org'));
    else if (kind !== 'school') others.push(skip('student of an organisation that is no school'));
    else if (isSpan(span)) places.set(`${role.org} ${span.part}`, { org: role.org, organisationId, span });
    else others.push(span);
  }
  const yearGroup = oneYearGroup(user.grades, context.unmapped);
  const records = [...places.values()].map((place) =>
    enrolmentAt(place, [...places.values()], user, yearGroup, context),
  );
  return [...records, ...others];
}

function enrolmentAt(
  place: Place,
  all: readonly Place[],
  user: WireUser,
  yearGroup: number | null,
  context: OneRosterContext,
): EntityInput<'Enrolment'> {
  const { org, span } = place;
  const studentId = studentIdOf(context, user.sourcedId);
  const roles = all.filter((other) => other.org === org).length;
  const month = yearStartsIn(context.config);
  const yearGroupIn = academicYearOf(span.from, month);
  // The grade is that of now, or of the last day: counted back to the year of entry it stays the same from sync to sync.
  const asOf = span.to !== null && span.to < user.reading.today ? span.to : user.reading.today;
  const passed = Math.max(0, academicYearOf(asOf, month) - yearGroupIn);
  return {
    id: `${studentId}@${recordPart(plainIdOf(context, org).slice(context.source.length + 1), span, roles)}`,
    studentId,
    organisationId: place.organisationId,
    status: statusOf(place, all, user.primaryOrg),
    enteredOn: span.from,
    leftOn: span.to,
    ...(yearGroup === null ? {} : { yearGroup: yearGroup - passed, yearGroupIn }),
  };
}

/** On two rolls at once, the primary organisation is the main one; without it, what the other is is not said. */
function statusOf(
  place: Place,
  all: readonly Place[],
  primary: string | undefined,
): 'current' | 'main' | 'subsidiary' {
  const dual = all.filter((other) => other.org !== place.org && overlap(other.span, place.span));
  if (dual.length === 0 || primary === undefined) return 'current';
  if (place.org === primary) return 'main';
  return dual.some(({ org }) => org === primary) ? 'subsidiary' : 'current';
}

function isSpan(value: object): value is RoleSpan {
  return outcomeOf(value) === undefined;
}
