import type { MakeWorld } from '@collegial/connector-testing';
import type { Dataset, EntityInput } from '@collegial/model';
import { edfi } from '../edfi-connector.ts';
import { createEdfiServer, type EdfiServerOptions } from '../testing/index.ts';

const schools = ['a', 'b'];
const students = Array.from({ length: 7 }, (_, index) => `S${index}`);
const schoolOf = (index: number) => schools[index % 2] as string;

/** Two schools, seven students, each thing a few times. */
const dataset = {
  Organisation: [
    ...schools.map((id) => ({ id, kind: 'school' as const, name: `School ${id}` })),
    { id: 'd', kind: 'authority' as const, name: 'District' },
  ],
  OrganisationLink: schools.map((id) => ({ id: `l${id}`, organisationId: id, relatedId: 'd', kind: 'authority' as const })),
  Calendar: schools.map((id) => ({
    id: `c${id}`,
    organisationId: id,
    academicYear: 2023,
    terms: [{ name: 'Fall', from: '2023-09-04', to: '2023-09-15' }],
    closures: [{ from: '2023-09-08', to: '2023-09-08' }],
  })),
  Student: students.map((id) => ({ id, sex: 'F' as const, birthYear: 2012, birthMonth: 3 })),
  StudentCharacteristic: students.map((studentId) => ({ id: `k${studentId}`, studentId, kind: 'disadvantaged' as const, value: 'yes' })),
  Enrolment: students.map((studentId, index) => ({
    id: `e${studentId}`,
    studentId,
    organisationId: schoolOf(index),
    status: 'current' as const,
    enteredOn: '2023-09-04',
    yearGroup: 7,
    yearGroupIn: 2023,
  })),
  Staff: ['t0', 't1', 't2'].map((id) => ({ id })),
  Appointment: ['t0', 't1', 't2'].map((staffId, index) => ({
    id: `p${staffId}`,
    staffId,
    organisationId: schoolOf(index),
    role: 'teacher' as const,
    kind: 'permanent' as const,
    validFrom: '2020-08-01',
  })),
  Subject: [{ id: 'maths', name: 'Mathematics' }],
  Class: schools.map((id) => ({ id: `m${id}`, organisationId: id, name: `Maths ${id}`, subjectId: 'maths', yearGroup: 7 })),
  ClassEnrolment: students.map((studentId, index) => ({ id: `x${studentId}`, classId: `m${schoolOf(index)}`, studentId, validFrom: '2023-09-04' })),
  Teaching: schools.map((id, index) => ({ id: `y${id}`, classId: `m${id}`, staffId: `t${index}`, validFrom: '2023-09-04' })),
  Exclusion: students.slice(0, 3).map((studentId, index) => ({
    id: `s${studentId}`,
    studentId,
    organisationId: schoolOf(index),
    kind: 'suspension' as const,
    startsOn: '2023-09-12',
    sessions: 2,
  })),
  Assessment: students.map((studentId, index) => ({
    id: `r${studentId}`,
    studentId,
    organisationId: schoolOf(index),
    kind: 'result' as const,
    gradeScheme: 'state-scale',
    grade: '210',
    takenOn: '2023-09-13',
  })),
  AttendanceMark: students.slice(0, 5).flatMap((studentId, index) =>
    (['AM', 'PM'] as const).map((session) => absence(studentId, schoolOf(index), `2023-09-${11 + index}`, session)),
  ),
} satisfies Dataset;

function absence(studentId: string, organisationId: string, date: string, session: 'AM' | 'PM'): EntityInput<'AttendanceMark'> {
  return { enrolmentId: `e${studentId}`, organisationId, date, session, code: 'absent', statistical: 'unauthorised' };
}

/** A world for the conformance suite, over a server with these options. */
export const smallWorld =
  (options: Partial<EdfiServerOptions> = {}): MakeWorld =>
  ({ clock, mostPerPage, empty }) => {
    const held: Dataset = empty ? {} : dataset;
    const count = (name: keyof typeof dataset) => (empty ? 0 : dataset[name].length);
    const people = {
      upnOf: (id: string) => `UNIQUE-${id}`,
      nameOf: (id: string) => ({ forename: `Forename${id}`, surname: `Surname${id}` }),
      birthDateOf: () => '2012-03-17',
    };
    const server = createEdfiServer({
      dataset: held,
      people,
      now: () => clock.now(),
      ...(Number.isFinite(mostPerPage) && { clamp: mostPerPage }),
      ...options,
    });
    return {
      source: edfi({
        baseUrl: 'https://edfi.example/api',
        clientId: server.clientId,
        clientSecret: server.clientSecret,
        assessments: [{ identifier: 'result state-scale', gradeScheme: 'state-scale' }],
      }),
      fetch: (request) => server.handle(request),
      holds: {
        schools: empty ? 0 : 2,
        districts: empty ? 0 : 1,
        'school-districts': empty ? 0 : 2,
        calendars: count('Calendar'),
        students: count('Student'),
        characteristics: count('StudentCharacteristic'),
        enrolments: count('Enrolment'),
        staff: count('Staff'),
        appointments: count('Appointment'),
        subjects: count('Subject'),
        classes: count('Class'),
        'class-students': count('ClassEnrolment'),
        'class-teachers': count('Teaching'),
        attendance: count('AttendanceMark'),
        lessons: 0,
        exclusions: count('Exclusion'),
        assessments: count('Assessment'),
        grades: 0,
      },
      change: () => {
        server.update('Student', { ...(dataset.Student[1] as EntityInput<'Student'>), sex: 'M' });
        server.update('Student', { id: 'S9', sex: 'X', birthYear: 2011, birthMonth: 1 });
        server.update('Enrolment', { ...(dataset.Enrolment[0] as EntityInput<'Enrolment'>), id: 'eS9', studentId: 'S9' });
        server.update('Enrolment', { ...(dataset.Enrolment[2] as EntityInput<'Enrolment'>), leftOn: '2023-09-14' });
        server.update('AttendanceMark', absence('S6', 'a', '2023-09-14', 'AM'));
        server.update('Exclusion', { ...(dataset.Exclusion[1] as EntityInput<'Exclusion'>), sessions: 6 });
        const [enrolment] = server.rows('studentSchoolAssociations');
        server.changeKey('studentSchoolAssociations', enrolment?.guid ?? '', { entryDate: '2023-09-05' });
      },
      remove: () => {
        server.remove('Exclusion', 'sS2');
        server.remove('ClassEnrolment', 'xS6');
        server.remove('AttendanceMark', ['eS4', '2023-09-15', 'AM']);
        return { exclusions: 1, 'class-students': 1, attendance: 1 };
      },
      canaries: ['UNIQUE-S1', 'ForenameS1', 'SurnameS1', '2012-03-17', 'token-1'],
    };
  };
