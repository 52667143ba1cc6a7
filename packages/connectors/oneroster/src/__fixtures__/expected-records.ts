import { createIdentity } from '@collegial/connector-kit';
import { type EntityInput, type EntityName, entities } from '@collegial/model';
import { wireId } from '../testing/wire-id.ts';
import { key } from './city-sync.ts';
import { city, type Roster } from './roster.ts';

const { pseudonym } = createIdentity(key);
const own = (kind: string, wire: string) => `oneroster:${pseudonym(`oneroster-${kind}`, `oneroster:${wire}`)}`;

export const studentId = (id: string) => own('student', wireId('usr', id));
export const staffId = (id: string) => own('staff', wireId('usr', id));
const at = (organisationId: string) => wireId('org', organisationId);

/** What a sync of a roster must load: made from the roster alone, by the rules of the README. */
export function expectedRecords(roster: Roster, version: '1.1' | '1.2'): Readonly<Record<string, unknown[]>> {
  const schools = new Map(roster.Organisation?.map(({ id, kind }) => [id as string, kind]));
  const made: { [Name in EntityName]?: EntityInput<Name>[] } = {
    Organisation: roster.Organisation?.map(({ id, kind, name }) => ({
      id,
      kind,
      name,
      identifiers: [id, `oneroster:${at(id)}`],
      type: kind === 'school' ? 'school' : 'district',
      jurisdiction: 'GB-ENG',
    })),
    OrganisationLink: roster.OrganisationLink?.filter(({ organisationId }) => schools.get(organisationId) === 'school').map(
      ({ organisationId, relatedId }) => ({ id: `${organisationId}:parent`, organisationId, relatedId, kind: 'authority' }),
    ),
    Calendar: roster.Calendar?.filter(({ organisationId }) =>
      roster.Class?.some((one) => one.organisationId === organisationId),
    ).map(({ organisationId, academicYear, terms }) => ({
      id: `oneroster:${organisationId}:${academicYear}`,
      organisationId,
      academicYear,
      terms,
    })),
    Student: roster.Student?.map(({ id, sex, birthYear, birthMonth }) => {
      const upn = city.people.upnOf?.(id);
      return {
        id: studentId(id),
        linkKey: upn !== undefined && /\d$/.test(upn) ? pseudonym('upn', upn) : null,
        sex: sex ?? null,
        birthYear: birthYear ?? null,
        birthMonth: birthMonth ?? null,
      };
    }),
    StudentCharacteristic: roster.StudentCharacteristic?.filter(({ kind }) => kind !== 'year-group').map(
      ({ studentId: id, kind, value }) => ({ id: `${studentId(id)}:${kind}`, studentId: studentId(id), kind, value }),
    ),
    Enrolment: roster.Enrolment?.map((one) => ({
      id: `${studentId(one.studentId)}@${at(one.organisationId)}`,
      studentId: studentId(one.studentId),
      organisationId: one.organisationId,
      status: 'current' as const,
      enteredOn: version === '1.1' ? '2022-09-01' : one.enteredOn,
      leftOn: version === '1.1' ? null : (one.leftOn ?? null),
      ...yearGroupOf(one, version),
    })),
    Staff: roster.Staff?.map(({ id }) => {
      const number = city.people.teacherNumberOf?.(id)?.replaceAll(/\D/g, '');
      return { id: staffId(id), linkKey: number === undefined ? null : pseudonym('trn', number) };
    }),
    Appointment: roster.Appointment?.map((one) => ({
      id: `${staffId(one.staffId)}@${at(one.organisationId)}`,
      staffId: staffId(one.staffId),
      organisationId: one.organisationId,
      role: version === '1.1' && !['teacher', 'support'].includes(one.role) ? ('other' as const) : one.role,
      kind: 'other' as const,
      validFrom: version === '1.1' ? '2022-09-01' : one.validFrom,
      validTo: version === '1.1' ? null : (one.validTo ?? null),
    })),
    Subject: roster.Subject?.map(({ id, name }) => ({ id: `oneroster:${wireId('crs', id)}`, name, code: name })),
    Class: roster.Class?.map((one) => ({
      id: `oneroster:${wireId('cls', one.id)}`,
      organisationId: one.organisationId,
      name: one.name,
      subjectId: `oneroster:${wireId('crs', one.subjectId ?? '')}`,
      yearGroup: one.yearGroup ?? null,
    })),
    ClassEnrolment: roster.ClassEnrolment?.map((one) => ({
      id: own('enrollment', wireId('enr', one.id)),
      classId: `oneroster:${wireId('cls', one.classId)}`,
      studentId: studentId(one.studentId),
      validFrom: one.validFrom ?? null,
      validTo: one.validTo ?? null,
    })),
    Teaching: roster.Teaching?.map((one) => ({
      id: own('enrollment', wireId('enr', one.id)),
      classId: `oneroster:${wireId('cls', one.classId)}`,
      staffId: staffId(one.staffId),
      validFrom: one.validFrom ?? null,
      validTo: one.validTo ?? null,
    })),
    Assessment: roster.Assessment?.filter(({ grade }) => version === '1.2' || /^\d+$/.test(grade)).map((one) => ({
      id: own('result', wireId('res', one.id)),
      studentId: studentId(one.studentId),
      organisationId: one.organisationId,
      kind: one.kind,
      qualificationId: one.qualificationId ?? null,
      subjectId: `oneroster:${wireId('crs', one.subjectId ?? '')}`,
      gradeScheme: one.gradeScheme,
      grade: one.grade,
      points: one.points ?? null,
      takenOn: one.takenOn,
    })),
  } as never;
  return Object.fromEntries(
    Object.entries(made).map(([name, records]) => [
      name,
      sorted((records ?? []).map((record) => entities[name as EntityName].schema.parse(record))),
    ]),
  );
}

/** In 1.1 the entry is that of the present school year. */
function yearGroupOf({ yearGroup, yearGroupIn }: EntityInput<'Enrolment'>, version: '1.1' | '1.2') {
  if (typeof yearGroup !== 'number' || typeof yearGroupIn !== 'number') return {};
  return version === '1.1' ? { yearGroup: yearGroup + 2022 - yearGroupIn, yearGroupIn: 2022 } : { yearGroup, yearGroupIn };
}

/** In an order that does not depend on how they came. */
export function sorted(records: readonly unknown[]): unknown[] {
  return [...records].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

const idOf = (record: unknown) => (record as { id: string }).id;
