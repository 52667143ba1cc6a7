import type { EntityInput } from '@collegial/model';
import type { Tables } from './tables.ts';
import { reference, wireId } from './wire-id.ts';
import { compact, dayAfter, gradeLevel, type MakeOptions, type WireRow } from './wire-row.ts';

const districts: ReadonlySet<string> = new Set(['authority', 'trust', 'federation', 'sponsor']);

/** Organisations. A school has one parent on the wire: the first link of the dataset that is no predecessor. */
export function makeOrgs(tables: Tables): WireRow[] {
  const parents = new Map<string, string>();
  for (const { organisationId, relatedId, kind } of tables.all('OrganisationLink'))
    if (kind !== 'predecessor' && !parents.has(organisationId)) parents.set(organisationId, relatedId);
  const known = new Set(tables.all('Organisation').map(({ id }) => id as string));
  return tables.all('Organisation').map(({ id, name, kind }) => {
    const parent = parents.get(id);
    return compact({
      sourcedId: wireId('org', id),
      name,
      type: kind === 'school' ? 'school' : districts.has(kind) ? 'district' : 'department',
      identifier: id.split(':').at(-1) ?? id,
      parent: parent !== undefined && known.has(parent) ? reference('org', wireId('org', parent)) : undefined,
    });
  });
}

interface Term {
  readonly id: string;
  readonly row: WireRow;
}

/** Terms of calendars: those with one name and the same days are one session, whose year is their parent. */
export function makeSessions(tables: Tables): { rows: WireRow[]; termsOf: ReadonlyMap<string, string[]> } {
  const terms = new Map<string, Term>();
  const years = new Map<string, WireRow>();
  const termsOf = new Map<string, string[]>();
  for (const calendar of tables.all('Calendar')) {
    const schoolYear = String(calendar.academicYear + 1);
    const yearId = wireId('ses', `year ${schoolYear}`);
    years.set(yearId, {
      sourcedId: yearId,
      title: `School year ${schoolYear}`,
      type: 'schoolYear',
      startDate: `${calendar.academicYear}-09-01`,
      endDate: `${schoolYear}-09-01`,
      schoolYear,
    });
    for (const { name, from, to } of calendar.terms) {
      const id = wireId('ses', `${name} ${from} ${to}`);
      const row = {
        sourcedId: id,
        title: name,
        type: 'term',
        startDate: from,
        endDate: dayAfter(to),
        parent: reference('academicSession', yearId),
        schoolYear,
      };
      terms.set(id, { id, row });
      termsOf.set(calendar.organisationId, [...(termsOf.get(calendar.organisationId) ?? []), id]);
    }
  }
  return { rows: [...years.values(), ...[...terms.values()].map(({ row }) => row)], termsOf };
}

/** A course for each subject. */
export function makeCourses(tables: Tables): WireRow[] {
  return tables.all('Subject').map(({ id, name, code, organisationId }) =>
    compact({
      sourcedId: wireId('crs', id),
      title: `${name} course`,
      courseCode: code ?? name,
      subjects: [name],
      subjectCodes: typeof code === 'string' ? [code] : [],
      org: typeof organisationId === 'string' ? reference('org', wireId('org', organisationId)) : undefined,
    }),
  );
}

/** Classes, each in the terms of its school. */
export function makeClasses(tables: Tables, termsOf: ReadonlyMap<string, string[]>): WireRow[] {
  return tables.all('Class').map((one) =>
    compact({
      sourcedId: wireId('cls', one.id),
      title: one.name,
      classCode: one.name,
      classType: 'scheduled',
      grades: gradeLevel(one.yearGroup),
      course:
        typeof one.subjectId === 'string' ? reference('course', wireId('crs', one.subjectId)) : undefined,
      school: reference('org', wireId('org', one.organisationId)),
      terms: (termsOf.get(one.organisationId) ?? []).map((id) => reference('academicSession', id)),
    }),
  );
}

/** Students and teachers of classes. */
export function makeEnrollments(tables: Tables, { version }: MakeOptions): WireRow[] {
  const schools = new Map(
    tables.all('Class').map(({ id, organisationId }) => [id as string, organisationId as string]),
  );
  const flag = (value: boolean) => (version === '1.1' ? value : String(value));
  const row = (
    { id, classId, validFrom, validTo }: EntityInput<'ClassEnrolment'> | EntityInput<'Teaching'>,
    role: string,
    user: string,
  ) =>
    compact({
      sourcedId: wireId('enr', id),
      user: reference('user', user),
      class: reference('class', wireId('cls', classId)),
      school: reference('org', wireId('org', schools.get(classId) ?? '')),
      role,
      primary: flag(role === 'teacher'),
      beginDate: validFrom ?? undefined,
      endDate: dayAfter(validTo),
    });
  return [
    ...tables.all('ClassEnrolment').map((one) => row(one, 'student', wireId('usr', one.studentId))),
    ...tables.all('Teaching').map((one) => row(one, 'teacher', wireId('usr', one.staffId))),
  ];
}
