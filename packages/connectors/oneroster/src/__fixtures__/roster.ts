import { type Dataset, type EntityInput, type EntityName, gradeScheme } from '@collegial/model';
import { type City, createCity } from '@collegial/sample-city';

/** A small city, the same for every test. */
export const city: City = createCity({ seed: 7, students: 300, years: 1, firstYear: 2022 });
/** Morning of a day in the summer term. */
export const summer = Date.parse('2023-06-14T08:00:00Z');

export type Roster = { readonly [Name in EntityName]?: EntityInput<Name>[] };

const listOf = <Name extends EntityName>(dataset: Dataset, name: Name) =>
  [...((dataset as { [Key in EntityName]?: Iterable<EntityInput<Key>> })[name] ?? [])] as EntityInput<Name>[];

/**
 * The part of a city that OneRoster can tell: schools and authorities, one authority to a school, one characteristic of a kind, results in a subject
 * that the school has a class for (the city gives examinations none).
 *
 * @param schools at most so many schools
 */
export function rosterOf({ dataset }: City, schools = Number.POSITIVE_INFINITY): Roster {
  const all = listOf(dataset, 'Organisation');
  const organisations = [
    ...all.filter(({ kind }) => kind === 'school').slice(0, schools),
    ...all.filter(({ kind }) => kind === 'authority'),
  ];
  const known = new Set(organisations.map(({ id }) => id as string));
  const at = ({ organisationId }: { organisationId: string }) => known.has(organisationId);
  const classes = listOf(dataset, 'Class').filter(at);
  const taught = new Set(classes.map(({ organisationId, subjectId }) => `${organisationId} ${subjectId}`));
  const firstSubject = new Map([...classes].reverse().map((one) => [one.organisationId as string, one.subjectId]));
  const inClass = new Set(classes.map(({ id }) => id as string));
  const latest = new Map(
    [...listOf(dataset, 'StudentCharacteristic')]
      .sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
      .map((one) => [`${one.studentId} ${one.kind}`, one]),
  );
  const enrolments = listOf(dataset, 'Enrolment').filter(at);
  const posts = listOf(dataset, 'Appointment').filter(at);
  const students = new Set(enrolments.map(({ studentId }) => studentId as string));
  const staff = new Set(posts.map(({ staffId }) => staffId as string));
  return {
    Organisation: organisations,
    OrganisationLink: listOf(dataset, 'OrganisationLink').filter((one) => one.kind === 'authority' && at(one)),
    Calendar: listOf(dataset, 'Calendar').filter(at),
    Student: listOf(dataset, 'Student').filter(({ id }) => students.has(id)),
    StudentCharacteristic: [...latest.values()].filter(({ studentId }) => students.has(studentId)),
    Enrolment: enrolments,
    Staff: listOf(dataset, 'Staff').filter(({ id }) => staff.has(id)),
    Appointment: posts,
    Subject: listOf(dataset, 'Subject'),
    Class: classes,
    ClassEnrolment: listOf(dataset, 'ClassEnrolment').filter(
      ({ studentId, classId }) => students.has(studentId) && inClass.has(classId),
    ),
    Teaching: listOf(dataset, 'Teaching').filter(
      ({ staffId, classId }) => staff.has(staffId) && inClass.has(classId),
    ),
    Assessment: listOf(dataset, 'Assessment')
      .filter((one) => students.has(one.studentId) && at(one) && gradeScheme(one.gradeScheme) !== undefined)
      .map((one) =>
        taught.has(`${one.organisationId} ${one.subjectId}`)
          ? one
          : { ...one, subjectId: firstSubject.get(one.organisationId) ?? null },
      ),
  };
}

/** Four schools of the city. */
export const roster = rosterOf(city, 4);
