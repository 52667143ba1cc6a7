import { day, text } from './cells.ts';
import { rowsOf, type SdsExport } from './open-export.ts';
import { owned } from './owned.ts';
import { organisationKinds, roleMeanings } from './sds-codes.ts';

/** First and last day of a session. */
export interface Span {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

const ignored = () => undefined;

/** Sessions by id. */
export async function sessionsOf(opened: SdsExport): Promise<ReadonlyMap<string, Span>> {
  const sessions = new Map<string, Span>();
  for await (const { sourcedId = '', startDate, endDate } of rowsOf(opened, 'academicSessions'))
    sessions.set(owned(sourcedId.trim()), {
      from: day(startDate, 'startDate', ignored),
      to: day(endDate, 'endDate', ignored),
    });
  return sessions;
}

/** Kinds of organisations by id. */
export async function organisationsOf(opened: SdsExport): Promise<ReadonlyMap<string, string>> {
  const kinds = new Map<string, string>();
  for await (const { sourcedId = '', type = '' } of rowsOf(opened, 'orgs'))
    kinds.set(owned(sourcedId.trim()), organisationKinds.get(type.trim().toLowerCase()) ?? 'other');
  return kinds;
}

/** What the roles of a user say about the person. */
export interface Person {
  readonly student: boolean;
  readonly staff: boolean;
  /** Different organisations of which the person is a student. */
  readonly schools: number;
  /** Days of the primary role as a student, else of the first one. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** People by user id: one small object each, shared by all people with the same one. */
export async function peopleOf(
  opened: SdsExport,
  sessions: ReadonlyMap<string, Span>,
): Promise<ReadonlyMap<string, Person>> {
  const people = new Map<string, Person>();
  const shared = new Map<string, Person>();
  const schools = new Map<string, Set<string> | string>();
  const primary = new Set<string>();
  for await (const row of rowsOf(opened, 'roles')) {
    const meaning = roleMeanings.get(row.role?.trim().toLowerCase() ?? '');
    if (meaning === undefined || meaning === 'none') continue;
    const user = row.userSourcedId?.trim() ?? '';
    const before = people.get(user);
    const key = before === undefined ? owned(user) : user;
    let next: Person;
    if (meaning === 'student') {
      const count = addSchool(schools, key, owned(row.orgSourcedId?.trim() ?? ''));
      const session = sessions.get(text(row.sessionSourcedId) ?? '');
      const isPrimary = /^true$/i.test(row.isPrimary?.trim() ?? '');
      const first = before?.student !== true || (isPrimary && !primary.has(key));
      if (isPrimary) primary.add(key);
      next = {
        student: true,
        staff: before?.staff ?? false,
        schools: count,
        from: first ? (day(row.roleStartDate, '', ignored) ?? session?.from) : before?.from,
        to: first ? (day(row.roleEndDate, '', ignored) ?? session?.to) : before?.to,
      };
    } else {
      next = { student: false, schools: 0, from: undefined, to: undefined, ...before, staff: true };
    }
    const name = JSON.stringify(next);
    const known = shared.get(name) ?? next;
    shared.set(name, known);
    people.set(key, known);
  }
  return people;
}

/** Counts the organisations of a user; most have one, and need no set. */
function addSchool(schools: Map<string, Set<string> | string>, user: string, organisation: string): number {
  const known = schools.get(user);
  if (known === undefined || known === organisation) {
    if (known === undefined) schools.set(user, organisation);
    return 1;
  }
  if (typeof known !== 'string') return known.add(organisation).size;
  schools.set(user, new Set([known, organisation]));
  return 2;
}

/** Sex and day of birth by user id. */
export async function birthsOf(
  opened: SdsExport,
): Promise<ReadonlyMap<string, { readonly sex: string | undefined; readonly born: string | undefined }>> {
  const births = new Map<string, { sex: string | undefined; born: string | undefined }>();
  for await (const { userSourcedId = '', sex, birthDate } of rowsOf(opened, 'demographics')) {
    const word = text(sex);
    const born = day(birthDate, 'birthDate', ignored);
    births.set(owned(userSourcedId.trim()), {
      sex: word === undefined ? undefined : owned(word),
      born: born === undefined ? undefined : owned(born),
    });
  }
  return births;
}

/** Days of classes by id: from the first day of their sessions to the last. */
export async function classSpansOf(opened: SdsExport): Promise<ReadonlyMap<string, Span>> {
  const sessions = await sessionsOf(opened);
  const spans = new Map<string, Span>();
  for await (const { sourcedId = '', sessionSourcedIds } of rowsOf(opened, 'classes')) {
    const known = (sessionSourcedIds ?? '').split(',').flatMap((id) => sessions.get(id.trim()) ?? []);
    const starts = known.flatMap(({ from }) => from ?? []).sort();
    const ends = known.flatMap(({ to }) => to ?? []).sort();
    spans.set(owned(sourcedId.trim()), { from: starts[0], to: ends.at(-1) });
  }
  return spans;
}
