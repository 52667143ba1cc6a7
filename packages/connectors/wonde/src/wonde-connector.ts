import {
  type Connector,
  defineConnector,
  type MapContext,
  type Page,
  page,
  type ReadContext,
  stream,
} from '@collegial/connector-kit';
import { deletionsOf, withDeletions } from './deletion-feed.ts';
import { mapAppointment } from './map-appointment.ts';
import { mapAssessment } from './map-assessment.ts';
import { mapAttendanceMark } from './map-attendance-mark.ts';
import { mapClass } from './map-class.ts';
import { mapClassEnrolment } from './map-class-enrolment.ts';
import { mapEnrolment } from './map-enrolment.ts';
import { mapExclusion } from './map-exclusion.ts';
import { mapOrganisation } from './map-organisation.ts';
import { mapOrganisationLink } from './map-organisation-link.ts';
import { mapStaff } from './map-staff.ts';
import { mapStudent } from './map-student.ts';
import { characteristicIdsOf, mapStudentCharacteristic } from './map-student-characteristic.ts';
import { mapSubject } from './map-subject.ts';
import { mapTeaching } from './map-teaching.ts';
import { readPages } from './read-pages.ts';
import { type Part, readSchools } from './read-schools.ts';
import { WondeConfig } from './wonde-config.ts';
import { WondeCursor } from './wonde-cursor.ts';
import { enrolmentIdOf, type Ids, plainIdOf, recordIdOf, staffIdOf, studentIdOf } from './wonde-ids.ts';
import {
  WireClass,
  WireEmployee,
  WireExclusion,
  WireMark,
  WireResult,
  WireSchool,
  WireStudent,
  WireSubject,
} from './wonde-schemas.ts';

const define = stream<WondeConfig>();
/** The cursor knows per school, and for which days, what was read. */
const cursor = { schema: WondeCursor, version: 1, scoped: true };

/** Reads the list of schools itself. */
async function* ofSchools(context: ReadContext<WondeConfig, unknown>): AsyncGenerator<Page> {
  const search = { per_page: context.config.perPage };
  for await (const { rows, number } of readPages(context, 'schools', search))
    yield page(rows, { place: { file: 'schools', page: number, row: 1 } });
}

/** Reads what changed at each school since the last time. */
const changesOf =
  (parts: readonly Part[], codes = false) =>
  (context: ReadContext<WondeConfig, WondeCursor>): AsyncIterable<Page<WondeCursor>> =>
    readSchools(context, { parts, codes, incremental: true });

/** Reads all of it at each school: what is not met any more is gone. */
const allOf =
  (part: Part) =>
  (context: ReadContext<WondeConfig, unknown>): AsyncIterable<Page> =>
    readSchools({ ...context, cursor: undefined }, { parts: [part], incremental: false });

const studentsWith = (include: string): readonly Part[] => [
  deletionsOf('student'),
  { path: 'students', search: { include } },
  { path: 'students-leaver', search: { include } },
];

const employees: Part = {
  path: 'employees',
  search: ({ contracts }) => ({
    include: contracts ? 'employment_details,contracts,contracts.roles' : 'employment_details',
  }),
};

/**
 * The Wonde connector: reads the schools that an application's token can see, whatever their MIS.
 *
 * @example
 * ```ts
 * import { wonde } from '@collegial/connector-wonde';
 *
 * const source = wonde({ token: 'from the environment', attendance: { from: '2025-09-01' } });
 * source.name; // 'wonde'
 * ```
 */
export const wonde: Connector<typeof WondeConfig> = defineConnector({
  id: 'wonde',
  specVersion: 2,
  title: 'Wonde',
  about: { reads: 'http', authentication: ['bearer token'], paging: ['next URL'], verified: ['synthetic'] },
  config: WondeConfig,
  scope: ({ baseUrl, schools, attendance, contracts, aspects }) => ({
    baseUrl,
    schools,
    attendance,
    contracts,
    aspects,
  }),
  http: ({ baseUrl, token }) => ({
    baseUrl,
    authorization: { type: 'bearer', token: () => token.reveal() },
  }),
  streams: {
    schools: define({
      entity: 'Organisation',
      title: 'Schools',
      deletes: 'none',
      wire: WireSchool,
      read: ofSchools,
      map: mapOrganisation,
    }),
    authorities: define({
      entity: 'OrganisationLink',
      title: 'Local authorities of the schools',
      deletes: 'none',
      wire: WireSchool,
      read: ofSchools,
      map: mapOrganisationLink,
    }),
    students: define({
      entity: 'Student',
      title: 'Students and leavers',
      deletes: 'feed',
      cursor,
      wire: WireStudent,
      read: changesOf(studentsWith('education_details')),
      map: withDeletions('student', (row, ids: Ids) => [studentIdOf(ids, row.id)], mapStudent),
    }),
    characteristics: define({
      entity: 'StudentCharacteristic',
      title: 'Characteristics of students',
      deletes: 'feed',
      cursor,
      wire: WireStudent,
      read: changesOf(studentsWith('extended_details')),
      map: withDeletions('student', characteristicIdsOf, mapStudentCharacteristic),
    }),
    enrolments: define({
      entity: 'Enrolment',
      title: 'Enrolments of students and leavers',
      deletes: 'feed',
      cursor,
      wire: WireStudent,
      read: changesOf(studentsWith('education_details,extended_details')),
      map: withDeletions('student', (row, ids: Ids) => [enrolmentIdOf(ids, row.id)], mapEnrolment),
    }),
    staff: define({
      entity: 'Staff',
      title: 'Employees',
      deletes: 'feed',
      cursor,
      wire: WireEmployee,
      read: changesOf([
        deletionsOf('employee'),
        { path: 'employees', search: { include: 'employment_details' } },
      ]),
      map: withDeletions('employee', (row, ids: Ids) => [staffIdOf(ids, row.id)], mapStaff),
    }),
    appointments: define({
      entity: 'Appointment',
      title: 'Contracts of employees',
      deletes: 'snapshot-diff',
      wire: WireEmployee,
      read: allOf(employees),
      map: mapAppointment,
    }),
    subjects: define({
      entity: 'Subject',
      title: 'Subjects',
      deletes: 'feed',
      cursor,
      wire: WireSubject,
      read: changesOf([deletionsOf('subject'), { path: 'subjects' }]),
      map: withDeletions('subject', (row, ids: Ids) => [plainIdOf(ids, row.id)], mapSubject),
    }),
    classes: define({
      entity: 'Class',
      title: 'Classes',
      deletes: 'feed',
      cursor,
      wire: WireClass,
      read: changesOf([deletionsOf('class'), { path: 'classes' }]),
      map: withDeletions('class', (row, ids: Ids) => [plainIdOf(ids, row.id)], mapClass),
    }),
    'class-students': define({
      entity: 'ClassEnrolment',
      title: 'Students of classes',
      deletes: 'snapshot-diff',
      wire: WireClass,
      read: allOf({ path: 'classes', search: { include: 'students' } }),
      map: mapClassEnrolment,
    }),
    'class-teachers': define({
      entity: 'Teaching',
      title: 'Teachers of classes',
      deletes: 'snapshot-diff',
      wire: WireClass,
      read: allOf({ path: 'classes', search: { include: 'employees' } }),
      map: mapTeaching,
    }),
    attendance: define({
      entity: 'AttendanceMark',
      title: 'Session attendance',
      deletes: 'none',
      cursor,
      wire: WireMark,
      read: changesOf(
        [{ path: 'attendance/session', search: ({ attendance: { from, to } }) => ({ from, to }) }],
        true,
      ),
      map: mapAttendanceMark,
    }),
    exclusions: define({
      entity: 'Exclusion',
      title: 'Suspensions and exclusions',
      deletes: 'feed',
      cursor,
      wire: WireExclusion,
      read: changesOf([deletionsOf('exclusion'), { path: 'exclusions' }]),
      map: withDeletions(
        'exclusion',
        (row, ids: Ids) => [recordIdOf(ids, 'exclusion', row.id)],
        mapExclusion,
      ),
    }),
    results: define({
      entity: 'Assessment',
      title: 'Results (a BETA endpoint of Wonde)',
      deletes: 'feed',
      // What an aspect means is a setting: results are read anew when it changes.
      cursor: { ...cursor, scoped: false },
      wire: WireResult,
      read: changesOf([deletionsOf('result'), { path: 'assessment/results', search: { include: 'aspect' } }]),
      map: withDeletions(
        'result',
        (row, context: MapContext<WondeConfig>) => [recordIdOf(context, 'result', row.id)],
        mapAssessment,
      ),
    }),
  },
});
