import { testConnector } from '@collegial/connector-testing';
import type { EntityInput } from '@collegial/model';
import { settingsFor } from './__fixtures__/city-sync.ts';
import { oneroster } from './oneroster-connector.ts';
import { createOneRosterServer } from './testing/index.ts';

const schools: EntityInput<'Organisation'>[] = [
  { id: 'la:990', kind: 'authority', name: 'Authority' },
  ...['urn:990001', 'urn:990002'].map((id) => ({ id, kind: 'school' as const, name: `School ${id}` })),
];
const links: EntityInput<'OrganisationLink'>[] = ['urn:990001', 'urn:990002'].map((id) => ({
  id: `link ${id}`,
  organisationId: id,
  relatedId: 'la:990',
  kind: 'authority',
}));
const numbers = Array.from({ length: 13 }, (_, number) => number);
const at = (number: number) => (number % 2 === 0 ? 'urn:990001' : 'urn:990002');
const upnOf = (id: string) => `A99000${id.replaceAll(/\D/g, '').padStart(7, '0')}`;

function dataset() {
  return {
    Organisation: schools,
    OrganisationLink: links,
    Calendar: ['urn:990001', 'urn:990002'].map((organisationId) => ({
      id: `calendar ${organisationId}`,
      organisationId,
      academicYear: 2024,
      terms: [{ name: 'Autumn', from: '2024-09-02', to: '2024-12-20' }],
    })),
    Student: numbers.map((number) => ({
      id: `student-${number}`,
      sex: 'F' as const,
      birthYear: 2011,
      birthMonth: 4,
    })),
    StudentCharacteristic: numbers.map((number) => ({
      id: `fact ${number}`,
      studentId: `student-${number}`,
      kind: 'language' as const,
      value: 'ENG',
    })),
    Enrolment: numbers.map((number) => ({
      id: `enrolment ${number}`,
      studentId: `student-${number}`,
      organisationId: at(number),
      status: 'current' as const,
      enteredOn: '2023-09-04',
      yearGroup: 7,
      yearGroupIn: 2023,
    })),
    Staff: numbers.slice(0, 7).map((number) => ({ id: `staff-${number}` })),
    Appointment: numbers.slice(0, 7).map((number) => ({
      id: `post ${number}`,
      staffId: `staff-${number}`,
      organisationId: at(number),
      role: 'teacher' as const,
      kind: 'other' as const,
      validFrom: '2020-09-01',
    })),
    Subject: numbers.slice(0, 5).map((number) => ({ id: `subject ${number}`, name: `Subject ${number}` })),
    Class: numbers.slice(0, 8).map((number) => ({
      id: `class ${number}`,
      organisationId: at(number),
      name: `Class ${number}`,
      subjectId: `subject ${number % 5}`,
      yearGroup: 8,
    })),
    ClassEnrolment: numbers.map((number) => ({
      id: `place ${number}`,
      classId: `class ${number % 8}`,
      studentId: `student-${number}`,
      validFrom: '2024-09-02',
    })),
    Teaching: numbers.slice(0, 8).map((number) => ({
      id: `lesson ${number}`,
      classId: `class ${number}`,
      staffId: `staff-${number % 7}`,
    })),
    Assessment: numbers.slice(0, 9).map((number) => ({
      id: `result ${number}`,
      studentId: `student-${number}`,
      organisationId: at(number % 8),
      kind: 'result' as const,
      subjectId: `subject ${(number % 8) % 5}`,
      gradeScheme: 'gcse-9-1',
      grade: String(1 + (number % 9)),
      takenOn: '2024-06-20',
    })),
  };
}

const people = {
  upnOf,
  teacherNumberOf: (id: string) => `99${id.replaceAll(/\D/g, '').padStart(5, '0')}`,
  nameOf: () => ({ forename: 'Canaria', surname: 'Serinus' }),
  birthDateOf: (id: string) => (id.startsWith('student') ? '2011-04-17' : undefined),
};

testConnector({
  name: 'oneroster',
  plans: 200,
  readme: new URL('../README.md', import.meta.url),
  world({ clock, mostPerPage, empty }) {
    const server = createOneRosterServer({
      dataset: empty ? {} : (dataset() as never),
      people,
      now: () => clock.now(),
      ...(Number.isFinite(mostPerPage) && { quirks: { clampsLimitAt: mostPerPage } }),
    });
    const none = { organisations: 0, students: 0, classes: 0 };
    return {
      source: oneroster(settingsFor(server, { version: '1.2', results: [{ gradeScheme: 'gcse-9-1' }] })),
      fetch: (request) => server.handle(request),
      holds: empty
        ? none
        : {
            organisations: 3,
            'organisation-links': 2,
            calendars: 2,
            students: 13,
            characteristics: 13,
            enrolments: 13,
            staff: 7,
            appointments: 7,
            subjects: 5,
            classes: 8,
            'class-students': 13,
            'class-teachers': 8,
            results: 9,
          },
      change() {
        server.update('Student', { id: 'student-2', sex: 'X', birthYear: 2011, birthMonth: 4 });
        server.update('Staff', { id: 'staff-8' });
        server.update('Class', {
          id: 'class 1',
          organisationId: 'urn:990002',
          name: 'Class with a new name',
          subjectId: 'subject 1',
        });
        server.update('ClassEnrolment', { id: 'place 99', classId: 'class 2', studentId: 'student-3' });
      },
      remove() {
        server.remove('ClassEnrolment', 'place 4');
        server.remove('Teaching', 'lesson 3');
        server.remove('Student', 'student-12');
        server.remove('StudentCharacteristic', 'fact 12');
        server.remove('Enrolment', 'enrolment 12');
        return { 'class-students': 1, 'class-teachers': 1, students: 1, characteristics: 1, enrolments: 1 };
      },
      canaries: ['Canaria', 'Serinus', '2011-04-17', upnOf('student-3'), '9900003'],
    };
  },
});
