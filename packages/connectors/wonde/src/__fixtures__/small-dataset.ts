import type { Dataset, EntityInput, EntityName } from '@collegial/model';
import { city, marksOf } from './city-sync.ts';

const { dataset } = city;
const studentsAtEach = 5;
const staffAtEach = 3;
const classesAtEach = 4;

/** Two schools of the city with a few people, and all that hangs on them. Lists of its own, so that a test can change them. */
export function smallDataset(): { readonly dataset: Dataset; readonly marks: EntityInput<'AttendanceMark'>[] } {
  const schools = new Set(city.schools.slice(0, 2));
  const at = <Row extends { organisationId?: string | null }>(rows: Iterable<Row> = []) =>
    [...rows].filter(({ organisationId }) => schools.has(organisationId ?? ''));
  const few = <Row extends { organisationId?: string | null }>(rows: readonly Row[], most: number) =>
    [...schools].flatMap((school) => rows.filter(({ organisationId }) => organisationId === school).slice(0, most));
  const enrolments = few(at(dataset.Enrolment), studentsAtEach);
  const students = new Set(enrolments.map(({ studentId }) => studentId));
  const [first] = students;
  const appointments = few(at(dataset.Appointment), staffAtEach);
  const staff = new Set(appointments.map(({ staffId }) => staffId));
  const ofStudents = <Row extends { studentId: string }>(rows: Iterable<Row> = []) =>
    [...rows].filter(({ studentId }) => students.has(studentId));
  const classes = new Set(few(at(dataset.Class), classesAtEach).map(({ id }) => id));
  const ofClasses = <Row extends { classId: string }>(rows: Iterable<Row> = []) =>
    [...rows].filter(({ classId }) => classes.has(classId));
  const small: { [Name in EntityName]?: EntityInput<Name>[] } = {
    Organisation: [...(dataset.Organisation ?? [])].filter(({ id }) => schools.has(id)),
    OrganisationLink: at(dataset.OrganisationLink),
    Enrolment: enrolments,
    Student: [...(dataset.Student ?? [])].filter(({ id }) => students.has(id)),
    StudentCharacteristic: ofStudents(dataset.StudentCharacteristic),
    Staff: [...(dataset.Staff ?? [])].filter(({ id }) => staff.has(id)),
    Appointment: appointments,
    Subject: [...(dataset.Subject ?? [])].slice(0, 4),
    Class: at(dataset.Class).filter(({ id }) => classes.has(id)),
    ClassEnrolment: ofClasses(ofStudents(dataset.ClassEnrolment)),
    Teaching: ofClasses(dataset.Teaching).filter(({ staffId }) => staff.has(staffId)),
    Exclusion: ofStudents(dataset.Exclusion),
    // Wonde says nothing of what goes with a student: only the first student has any.
    Assessment: [...(dataset.Assessment ?? [])].filter(({ studentId }) => studentId === first),
  };
  const known = new Set(enrolments.map(({ id }) => id));
  const marks = [...schools].flatMap((school) =>
    marksOf(school).filter(({ enrolmentId, date }) => known.has(enrolmentId) && date <= '2023-03-07' && enrolmentId !== enrolments[1]?.id),
  );
  return { dataset: small, marks };
}
