import { type Mapped, type Rejected, reject, type Skipped, skip } from '@collegial/connector-kit';
import { academicYearOf, type EntityInput } from '@collegial/model';
import { day, text } from './cells.ts';
import type { Person, Span } from './indexes.ts';
import type { Row } from './read-table.ts';
import { roleMeanings, yearGroupOf } from './sds-codes.ts';
import { plainIdOf, recordIdOf, type SdsContext, staffIdOf, studentIdOf } from './sds-ids.ts';

/** What other files say about a role. */
export interface RoleJoins {
  readonly session: Span | undefined;
  readonly person: Person | undefined;
}

/** A row of `roles.csv` of a student: an enrolment from the role's first day, or its session's. */
export function mapEnrolment(row: Row<RoleJoins>, context: SdsContext): Mapped<'Enrolment'> {
  const role = readRole(row, context);
  if (!('user' in role)) return role;
  if (role.meaning !== 'student') return skip('a role that is not a student’s');
  if (role.from === undefined) return noDay();
  const yearGroup = yearOf(text(row.values.grade), context);
  return {
    id: role.id,
    studentId: studentIdOf(context, role.user),
    organisationId: role.organisationId,
    status: statusOf(row),
    enteredOn: role.from,
    leftOn: role.to ?? null,
    yearGroup,
    yearGroupIn: yearGroup === null ? null : academicYearOf(role.from, yearStartsIn(context)),
  };
}

/** A row of `roles.csv` of staff: a post, of which only the rank is known. */
export function mapAppointment(row: Row<RoleJoins>, context: SdsContext): Mapped<'Appointment'> {
  const role = readRole(row, context);
  if (!('user' in role)) return role;
  if (role.meaning === 'student' || role.meaning === 'none') return skip('a role that is not a post');
  if (role.from === undefined) return noDay();
  return {
    id: role.id,
    staffId: staffIdOf(context, role.user),
    organisationId: role.organisationId,
    role: role.meaning,
    kind: role.word === 'substitute' ? 'supply' : 'other',
    validFrom: role.from,
    validTo: role.to ?? null,
  };
}

interface Role {
  readonly id: string;
  readonly user: string;
  readonly organisationId: string;
  readonly word: string;
  readonly meaning: EntityInput<'Appointment'>['role'] | 'student' | 'none';
  readonly from: string | undefined;
  readonly to: string | undefined;
}

function readRole({ values, joined }: Row<RoleJoins>, context: SdsContext): Role | Rejected | Skipped {
  const user = text(values.userSourcedId);
  const organisation = text(values.orgSourcedId);
  const written = text(values.role);
  if (user === undefined) return reject('A role names no user.', { field: 'userSourcedId' });
  if (organisation === undefined) return reject('A role names no organisation.', { field: 'orgSourcedId' });
  if (written === undefined) return reject('A role is not named.', { field: 'role' });
  const word = written.toLowerCase();
  const meaning = roleMeanings.get(word);
  if (meaning === undefined) {
    context.unmapped('role', written);
    return skip('a role that is not known');
  }
  const starts = day(values.roleStartDate, 'roleStartDate', context.drift);
  const from = starts ?? joined.session?.from ?? context.config.rollFrom;
  const to = day(values.roleEndDate, 'roleEndDate', context.drift) ?? joined.session?.to;
  if (from !== undefined && to !== undefined && to < from)
    return reject('The role ends before it begins.', { field: 'roleEndDate' });
  const session = text(values.sessionSourcedId) ?? '';
  return {
    id: recordIdOf(context, 'role', user, organisation, word, session, starts ?? ''),
    user,
    organisationId: plainIdOf(context, organisation),
    word,
    meaning,
    from,
    to,
  };
}

const noDay = () =>
  reject('The role has neither a first day nor a session with dates; the setting rollFrom gives one.', {
    field: 'roleStartDate',
  });

/** A student at one organisation is simply there; of several, the primary one is the main one. */
function statusOf({ values, joined }: Row<RoleJoins>): 'current' | 'main' | 'subsidiary' {
  if ((joined.person?.schools ?? 1) < 2) return 'current';
  return /^true$/i.test(values.isPrimary?.trim() ?? '') ? 'main' : 'subsidiary';
}

function yearOf(grade: string | undefined, context: SdsContext): number | null {
  if (grade === undefined) return null;
  const year = yearGroupOf(grade);
  if (year === undefined) context.unmapped('grade', grade);
  return year ?? null;
}

function yearStartsIn({ config }: SdsContext): number {
  return /^GB-(ENG|WLS|NIR)$/.test(config.jurisdiction) ? 9 : 8;
}
