import { academicYearOf, type EntityInput } from '@collegial/model';
import type { Tables } from './tables.ts';
import { reference, wireId } from './wire-id.ts';
import { compact, dayAfter, gradeLevel, groupBy, type MakeOptions, type WireRow } from './wire-row.ts';

interface Role {
  readonly role: string;
  readonly organisationId: string;
  readonly from: string;
  readonly to: string | null | undefined;
}

/** Posts as roles of 1.2; where the standard has no word, an extension. */
const roles12: Readonly<Record<string, string>> = {
  head: 'principal',
  'senior-leader': 'ext:senior-leader',
  'middle-leader': 'ext:middle-leader',
  teacher: 'teacher',
  support: 'aide',
  other: 'siteAdministrator',
};

/** 1.1 has fewer, and no extensions. */
const roles11: Readonly<Record<string, string>> = { teacher: 'teacher', support: 'aide' };

/** Users for students and staff. */
export function makeUsers(tables: Tables, options: MakeOptions): WireRow[] {
  const enrolments = groupBy(tables.all('Enrolment'), ({ studentId }) => studentId);
  const posts = groupBy(tables.all('Appointment'), ({ staffId }) => staffId);
  const facts = groupBy(tables.all('StudentCharacteristic'), ({ studentId }) => studentId);
  const { version, people } = options;
  return [
    ...tables.all('Student').map(({ id }) => {
      const own = enrolments.get(id) ?? [];
      const metadata = metadataOf(facts.get(id) ?? []);
      return userOf(
        { id, number: people.upnOf(id), type: 'UPN', metadata, grades: gradesOf(own, options.today) },
        own.map(({ organisationId, enteredOn, leftOn }) => ({
          role: 'student',
          organisationId,
          from: enteredOn,
          to: leftOn,
        })),
        options,
      );
    }),
    ...tables.all('Staff').map(({ id }) =>
      userOf(
        { id, number: people.teacherNumberOf(id), type: 'TRN', metadata: undefined, grades: [] },
        (posts.get(id) ?? []).map(({ role, organisationId, validFrom, validTo }) => ({
          role: version === '1.1' ? (roles11[role] ?? 'administrator') : (roles12[role] as string),
          organisationId,
          from: validFrom,
          to: validTo,
        })),
        options,
      ),
    ),
  ];
}

interface Person {
  readonly id: string;
  readonly number: string | undefined;
  readonly type: string;
  readonly metadata: Readonly<Record<string, string>> | undefined;
  readonly grades: readonly string[];
}

function userOf(person: Person, roles: readonly Role[], { version, people }: MakeOptions): WireRow {
  const name = people.nameOf(person.id) ?? { forename: 'Forename', surname: 'Surname' };
  const username = `${name.forename}.${name.surname}`.toLowerCase().replaceAll(/[^a-z.]/g, '');
  const shared = {
    sourcedId: wireId('usr', person.id),
    metadata: person.metadata,
    username,
    userIds: person.number === undefined ? [] : [{ type: person.type, identifier: person.number }],
    enabledUser: version === '1.1' ? true : 'true',
    givenName: name.forename,
    familyName: name.surname,
    email: `${username}@school.example`,
    identifier: person.number,
    grades: person.grades,
  };
  const places = [...new Set(roles.map(({ organisationId }) => organisationId))];
  if (version === '1.1')
    return compact({
      ...shared,
      role: roles[0]?.role ?? 'relative',
      orgs: places.map((id) => reference('org', wireId('org', id))),
    });
  return compact({
    ...shared,
    roles: roles.map(({ role, organisationId, from, to }, index) =>
      compactRole({
        roleType: index === 0 ? 'primary' : 'secondary',
        role,
        org: reference('org', wireId('org', organisationId)),
        beginDate: from,
        endDate: dayAfter(to),
      }),
    ),
    primaryOrg: places[0] === undefined ? undefined : reference('org', wireId('org', places[0])),
  });
}

function compactRole(role: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(role).filter(([, value]) => value !== undefined));
}

/** The year group of today, or of the last day. */
function gradesOf(enrolments: readonly EntityInput<'Enrolment'>[], today: string): string[] {
  const { yearGroup, yearGroupIn, leftOn } = enrolments.at(-1) ?? {};
  if (typeof yearGroup !== 'number' || typeof yearGroupIn !== 'number') return [];
  const on = typeof leftOn === 'string' && leftOn < today ? leftOn : today;
  return gradeLevel(yearGroup + Math.max(0, academicYearOf(on) - yearGroupIn));
}

/** Characteristics as extensions, the latest of each kind. */
function metadataOf(
  facts: readonly EntityInput<'StudentCharacteristic'>[],
): Record<string, string> | undefined {
  const latest = [...facts].sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  return facts.length === 0 ? undefined : Object.fromEntries(latest.map(({ kind, value }) => [kind, value]));
}

const sexes: Readonly<Record<string, string>> = { F: 'female', M: 'male', X: 'other' };

/** Demographics of students. */
export function makeDemographics(tables: Tables, { people }: MakeOptions): WireRow[] {
  return tables.all('Student').map(({ id, sex }) =>
    compact({
      sourcedId: wireId('usr', id),
      birthDate: people.birthDateOf(id),
      sex: typeof sex === 'string' ? sexes[sex] : 'unspecified',
    }),
  );
}
