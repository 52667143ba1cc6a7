import {
  type AnyStream,
  type Connector,
  defineConnector,
  type Page,
  type ReadContext,
  stream,
} from '@collegial/connector-kit';
import { EdfiConfig } from './edfi-config.ts';
import { EdfiCursor } from './edfi-cursor.ts';
import { type Ids, type PersonalKind, personalId, plainId } from './edfi-ids.ts';
import { shapes, WireSchoolYear } from './edfi-schemas.ts';
import { mapAppointment } from './map-appointment.ts';
import { mapAssessment } from './map-assessment.ts';
import { mapAttendanceMark } from './map-attendance-mark.ts';
import { mapCalendar } from './map-calendar.ts';
import { mapClass } from './map-class.ts';
import { mapClassEnrolment } from './map-class-enrolment.ts';
import { mapEnrolment } from './map-enrolment.ts';
import { mapExclusion } from './map-exclusion.ts';
import { mapGrade } from './map-grade.ts';
import { mapLessonMark } from './map-lesson-mark.ts';
import { mapDistrict, mapSchool } from './map-organisation.ts';
import { mapOrganisationLink } from './map-organisation-link.ts';
import { mapStaff } from './map-staff.ts';
import { mapStudent } from './map-student.ts';
import { characteristicKeys, mapStudentCharacteristic } from './map-student-characteristic.ts';
import { mapSubject } from './map-subject.ts';
import { mapTeaching } from './map-teaching.ts';
import { field } from './read/directory.ts';
import { readAll } from './read/read-all.ts';
import { readResource } from './read/read-resource.ts';
import { readSchoolYears } from './read/read-school-years.ts';
import { readings } from './read/readings.ts';
import { withRemovals } from './read/resolved.ts';
import { fetchToken } from './service/fetch-token.ts';

const define = stream<EdfiConfig>();
const cursor = { schema: EdfiCursor, version: 1 };
// Where the API has no change queries, what was deleted shows by comparison only; where it has, deletions come as removals.
const deletes = 'snapshot-diff' as const;

type Context = ReadContext<EdfiConfig, EdfiCursor>;

const reading = (
  name: keyof ReturnType<typeof readings>,
  isRead: (config: EdfiConfig) => boolean = () => true,
) =>
  async function* (context: Context): AsyncGenerator<Page<EdfiCursor>> {
    if (isRead(context.config)) yield* readResource(readings(context.source)[name])(context);
  };
const one = (kind: PersonalKind) => (guid: string, ids: Ids) => [[personalId(ids, kind, guid)]];
const plain = (guid: string, ids: Ids) => [[plainId(ids, guid)]];

const streams = {
  schools: define({
    entity: 'Organisation',
    title: 'Schools',
    deletes,
    wire: shapes.schools,
    read: readAll('schools'),
    map: mapSchool,
  }),
  districts: define({
    entity: 'Organisation',
    title: 'Districts (local education agencies)',
    deletes,
    wire: shapes.districts,
    read: readAll('localEducationAgencies'),
    map: mapDistrict,
  }),
  'school-districts': define({
    entity: 'OrganisationLink',
    title: 'Districts of the schools',
    deletes,
    wire: shapes.schools,
    read: readAll('schools', async (row, directory) => {
      const district = field(row, 'localEducationAgencyReference', 'localEducationAgencyId');
      return {
        relatedId: district === undefined ? undefined : (await directory.organisations()).get(district),
      };
    }),
    map: mapOrganisationLink,
  }),
  calendars: define({
    entity: 'Calendar',
    title: 'School years, from sessions, calendars and calendar dates',
    deletes,
    wire: WireSchoolYear,
    read: readSchoolYears,
    map: mapCalendar,
  }),
  students: define({
    entity: 'Student',
    title: 'Students',
    deletes,
    cursor,
    wire: shapes.students,
    read: reading('students'),
    map: withRemovals(one('student'), mapStudent),
  }),
  characteristics: define({
    entity: 'StudentCharacteristic',
    title: 'Characteristics of students, as schools and districts keep them',
    deletes,
    cursor,
    wire: shapes.characteristics,
    read: reading('characteristics'),
    map: withRemovals(characteristicKeys, mapStudentCharacteristic),
  }),
  enrolments: define({
    entity: 'Enrolment',
    title: 'Enrolments',
    deletes,
    cursor,
    wire: shapes.enrolments,
    read: reading('enrolments'),
    map: withRemovals(one('enrolment'), mapEnrolment),
  }),
  staff: define({
    entity: 'Staff',
    title: 'Staff',
    deletes,
    cursor,
    wire: shapes.staff,
    read: reading('staff'),
    map: withRemovals(one('staff'), mapStaff),
  }),
  appointments: define({
    entity: 'Appointment',
    title: 'Assignments of staff',
    deletes,
    cursor,
    wire: shapes.assignments,
    read: reading('assignments'),
    map: withRemovals(one('appointment'), mapAppointment),
  }),
  subjects: define({
    entity: 'Subject',
    title: 'Courses',
    deletes,
    cursor,
    wire: shapes.courses,
    read: reading('courses'),
    map: withRemovals(plain, mapSubject),
  }),
  classes: define({
    entity: 'Class',
    title: 'Sections',
    deletes,
    cursor,
    wire: shapes.sections,
    read: reading('sections'),
    map: withRemovals(plain, mapClass),
  }),
  'class-students': define({
    entity: 'ClassEnrolment',
    title: 'Students of sections',
    deletes,
    cursor,
    wire: shapes.studentsInSections,
    read: reading('studentsInSections'),
    map: withRemovals(one('class-enrolment'), mapClassEnrolment),
  }),
  'class-teachers': define({
    entity: 'Teaching',
    title: 'Teachers of sections',
    deletes,
    cursor,
    wire: shapes.staffInSections,
    read: reading('staffInSections'),
    map: withRemovals(one('teaching'), mapTeaching),
  }),
  attendance: define({
    entity: 'AttendanceMark',
    title: 'Absences of a day',
    deletes,
    cursor,
    basis: 'exception',
    wire: shapes.schoolEvents,
    read: reading('schoolEvents'),
    map: mapAttendanceMark,
  }),
  lessons: define({
    entity: 'LessonMark',
    title: 'Attendance events of sections',
    deletes,
    cursor,
    wire: shapes.sectionEvents,
    read: reading('sectionEvents'),
    map: mapLessonMark,
  }),
  exclusions: define({
    entity: 'Exclusion',
    title: 'Suspensions out of school and expulsions',
    deletes,
    cursor,
    wire: shapes.disciplineActions,
    read: reading('disciplineActions'),
    map: withRemovals(one('exclusion'), mapExclusion),
  }),
  assessments: define({
    entity: 'Assessment',
    title: 'Scores of the assessments that the settings name',
    deletes,
    cursor,
    wire: shapes.studentAssessments,
    read: reading('studentAssessments', ({ assessments }) => assessments.length > 0),
    map: withRemovals(one('assessment'), mapAssessment),
  }),
  grades: define({
    entity: 'Assessment',
    title: 'Grades of sections',
    deletes,
    cursor,
    wire: shapes.grades,
    read: reading('grades', ({ grades }) => grades !== undefined),
    map: withRemovals(one('grade'), mapGrade),
  }),
} satisfies Record<string, AnyStream<EdfiConfig>>;

/**
 * The Ed-Fi connector: reads an ODS/API 6 or 7 with data standard 4 or 5.
 *
 * @example
 * ```ts
 * import { edfi } from '@collegial/connector-edfi';
 *
 * const source = edfi({
 *   baseUrl: 'https://api.district.example/v7.3/api',
 *   clientId: 'from the environment',
 *   clientSecret: 'from the environment',
 *   jurisdiction: 'US-TX',
 *   uniqueIdAuthority: 'US-TX',
 * });
 * source.name; // 'edfi'
 * ```
 */
export const edfi: Connector<typeof EdfiConfig> = defineConnector({
  id: 'edfi',
  specVersion: 2,
  title: 'Ed-Fi ODS/API',
  about: {
    reads: 'http',
    authentication: ['OAuth 2 client credentials'],
    paging: ['page token', 'offset, from the end'],
    verified: ['official-document', 'synthetic'],
  },
  config: EdfiConfig,
  http: (config) => ({
    baseUrl: config.baseUrl,
    authorization: { type: 'token', fetchToken: (fetch, signal) => fetchToken(config, fetch, signal) },
  }),
  scope: ({ pageSize, paging, overlap, useSnapshot, clientSecret, tokenStyle, ...rest }) => rest,
  streams,
});
