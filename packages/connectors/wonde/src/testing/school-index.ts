import type { EntityInput } from '@collegial/model';
import type { Row, World } from './world.ts';

/** The records of one school, put together as its endpoints serve them. */
export interface SchoolIndex {
  readonly enrolments: Row<'Enrolment'>[];
  /** Appointments by staff. */
  readonly employees: Map<string, Row<'Appointment'>[]>;
  readonly subjects: Set<string>;
  readonly classes: Row<'Class'>[];
  readonly exclusions: Row<'Exclusion'>[];
  readonly assessments: Row<'Assessment'>[];
  /** Enrolments of a student at this school, by student. */
  readonly byStudent: Map<string, EntityInput<'Enrolment'>[]>;
}

/** What is looked up by something other than the school. */
export interface WorldIndex {
  readonly schools: ReadonlyMap<string, SchoolIndex>;
  readonly characteristics: ReadonlyMap<string, readonly Row<'StudentCharacteristic'>[]>;
  readonly members: ReadonlyMap<string, readonly Row<'ClassEnrolment'>[]>;
  readonly teachers: ReadonlyMap<string, readonly Row<'Teaching'>[]>;
}

/** Goes once through everything but the marks. */
export function indexWorld(world: World): WorldIndex {
  const { tables } = world;
  const schools = new Map<string, SchoolIndex>();
  for (const { record } of tables.Organisation.values())
    if (record.kind === 'school') schools.set(record.id, emptyIndex());
  for (const row of tables.Enrolment.values()) {
    const school = schools.get(row.record.organisationId);
    school?.enrolments.push(row);
    if (school !== undefined) listed(school.byStudent, row.record.studentId).push(row.record);
  }
  for (const row of tables.Appointment.values()) {
    const school = schools.get(row.record.organisationId);
    if (school !== undefined) listed(school.employees, row.record.staffId).push(row);
  }
  for (const row of tables.Class.values()) {
    const school = schools.get(row.record.organisationId);
    school?.classes.push(row);
    if (row.record.subjectId) school?.subjects.add(row.record.subjectId);
  }
  for (const { record } of tables.Subject.values())
    if (record.organisationId) schools.get(record.organisationId)?.subjects.add(record.id);
  for (const row of tables.Exclusion.values()) schools.get(row.record.organisationId)?.exclusions.push(row);
  for (const row of tables.Assessment.values()) schools.get(row.record.organisationId)?.assessments.push(row);
  return {
    schools,
    characteristics: grouped(tables.StudentCharacteristic.values(), ({ studentId }) => studentId),
    members: grouped(tables.ClassEnrolment.values(), ({ classId }) => classId),
    teachers: grouped(tables.Teaching.values(), ({ classId }) => classId),
  };
}

/** The enrolment of a student at a school that an event on a day belongs to; the last one where none covers the day. */
export function enrolmentOn(
  school: SchoolIndex,
  studentId: string,
  day: string,
): EntityInput<'Enrolment'> | undefined {
  const all = school.byStudent.get(studentId);
  return all?.find(({ enteredOn, leftOn }) => enteredOn <= day && (leftOn ?? day) >= day) ?? all?.at(-1);
}

/** Values of a student's characteristics on a day; of one that ended before, that it is over. */
export function characteristicsOn(
  rows: readonly Row<'StudentCharacteristic'>[],
  day: string,
): Map<string, string> {
  const values = new Map<string, string>();
  const begun = rows
    .map(({ record }) => record)
    .filter(({ validFrom }) => (validFrom ?? '') <= day)
    .sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  for (const { kind, value, validTo } of begun) {
    if ((validTo ?? day) >= day) values.set(kind, value);
    else if (value === 'yes') values.set(kind, 'no');
    else if (kind === 'sen') values.set(kind, 'none');
    else values.delete(kind);
  }
  return values;
}

function emptyIndex(): SchoolIndex {
  return {
    enrolments: [],
    employees: new Map(),
    subjects: new Set(),
    classes: [],
    exclusions: [],
    assessments: [],
    byStudent: new Map(),
  };
}

function listed<Item>(map: Map<string, Item[]>, key: string): Item[] {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made: Item[] = [];
  map.set(key, made);
  return made;
}

function grouped<Record>(
  rows: Iterable<{ readonly record: Record; readonly updatedAt: number }>,
  keyOf: (record: Record) => string,
): Map<string, { readonly record: Record; readonly updatedAt: number }[]> {
  const groups = new Map<string, { readonly record: Record; readonly updatedAt: number }[]>();
  for (const row of rows) listed(groups, keyOf(row.record)).push(row);
  return groups;
}
