import { testConnector } from '@collegial/connector-testing';
import { createCity } from '@collegial/sample-city';
import { arbor } from './arbor-connector.ts';
import { createArborServer } from './testing/index.ts';

const city = createCity({ seed: 7, students: 300, years: 1, firstYear: 2022 });
const school = city.schools[4] as string;
const here = <Row extends { readonly organisationId?: string | null | undefined }>(rows: Iterable<Row>) =>
  [...rows].filter(({ organisationId }) => organisationId === school);

/** A few of everything: the suites read it hundreds of times. */
const enrolments = here(city.dataset.Enrolment).slice(0, 7);
const students = new Set(enrolments.map(({ studentId }) => studentId));
const classes = here(city.dataset.Class).slice(0, 6);
const inClass = new Set(classes.map(({ id }) => id));
const posts = here(city.dataset.Appointment).slice(0, 5);
const staff = new Set(posts.map(({ staffId }) => staffId));
const stays = new Set(enrolments.map(({ id }) => id));
const dataset = {
  Organisation: here([...city.dataset.Organisation].map((one) => ({ ...one, organisationId: one.id }))).map(
    ({ organisationId: _, ...one }) => one,
  ),
  Calendar: here(city.dataset.Calendar),
  Student: [...city.dataset.Student].filter(({ id }) => students.has(id)),
  Enrolment: enrolments,
  StudentCharacteristic: [...city.dataset.StudentCharacteristic].filter(({ studentId }) =>
    students.has(studentId),
  ),
  Staff: [...city.dataset.Staff].filter(({ id }) => staff.has(id)),
  Appointment: posts,
  Subject: [...city.dataset.Subject].slice(0, 4),
  Class: classes,
  ClassEnrolment: [...city.dataset.ClassEnrolment].filter(
    ({ classId, studentId }) => inClass.has(classId) && students.has(studentId),
  ),
  Teaching: [...city.dataset.Teaching].filter(
    ({ classId, staffId }) => inClass.has(classId) && staff.has(staffId),
  ),
  Exclusion: here(city.dataset.Exclusion)
    .slice(0, 3)
    .map((one) => ({ ...one, studentId: enrolments[0]?.studentId as string })),
};
const marks = [...city.marksOf(school)].filter(
  ({ enrolmentId, date }) => stays.has(enrolmentId) && date === '2023-03-07',
);
const of = (kind: string, value?: string) =>
  dataset.StudentCharacteristic.filter(
    (one) => one.kind === kind && (value === undefined || one.value === value),
  ).length;

testConnector({
  name: 'arbor',
  readme: new URL('../README.md', import.meta.url),
  plans: 100,
  startsAt: '2023-08-14T06:00:00Z',
  world({ mostPerPage, empty }) {
    const server = createArborServer({
      dataset: empty ? {} : dataset,
      school,
      people: city.people,
      marks: empty ? [] : marks,
      mostPerPage: Math.min(mostPerPage, 200),
    });
    const { username, password, urn } = server;
    return {
      source: arbor({ baseUrl: 'https://school.arbor.example', username, password, urn, pageSize: 50 }),
      fetch: (request) => server.handle(request),
      holds: empty
        ? {}
        : {
            schools: 1,
            calendar: dataset.Calendar.length,
            students: students.size,
            enrolments: enrolments.length,
            ethnicity: of('ethnicity'),
            'special-needs': of('sen'),
            'looked-after': of('looked-after'),
            'pupil-premium': of('disadvantaged', 'yes'),
            'free-school-meals': of('free-school-meals', 'yes'),
            staff: staff.size,
            appointments: posts.length,
            subjects: dataset.Subject.length,
            classes: classes.length,
            'class-students': dataset.ClassEnrolment.length,
            'class-teachers': dataset.Teaching.length,
            attendance: marks.length,
            suspensions: dataset.Exclusion.filter(({ kind }) => kind !== 'permanent').length,
            'permanent-exclusions': dataset.Exclusion.filter(({ kind }) => kind === 'permanent').length,
          },
      change: () => {
        server.put('AcademicUnit', '1', { academicUnitName: 'Renamed' });
        server.put('Person', '1', { dateOfBirth: '2010-05-06' });
        server.put('AttendanceRollCallRecord', '1', { minutesLate: 9 });
        server.put('EducationalInstitutionEnrolment', '2', { leavingDate: '2023-07-21' });
        server.put('Position', '1', { expectedHoursPerWeek: 13 });
        server.add('Subject', { subjectName: 'Astronomy' });
      },
      remove: () => ({
        subjects: Number(server.remove('Subject', '4')),
        'class-students': Number(server.remove('AcademicUnitEnrolment', '1')),
        suspensions: Number(server.remove('FixedPeriodExclusion', '1')),
      }),
      canaries: [
        'CONFIDENTIAL',
        ...[...students].flatMap((id) => [
          city.people.upnOf(id),
          city.people.nameOf(id).surname,
          city.people.birthDateOf(id),
        ]),
      ],
    };
  },
});
