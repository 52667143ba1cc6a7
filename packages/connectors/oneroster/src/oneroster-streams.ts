import { type AnyStream, pagingCursor, stream } from '@collegial/connector-kit';
import { mapAppointment } from './mapping/map-appointment.ts';
import { mapAssessment } from './mapping/map-assessment.ts';
import { mapCalendar, WireSchoolCalendar } from './mapping/map-calendar.ts';
import { mapClass } from './mapping/map-class.ts';
import { mapClassEnrolment } from './mapping/map-class-enrolment.ts';
import { mapEnrolment } from './mapping/map-enrolment.ts';
import { mapOrganisation } from './mapping/map-organisation.ts';
import { mapOrganisationLink } from './mapping/map-organisation-link.ts';
import { mapStaff } from './mapping/map-staff.ts';
import { mapStudent } from './mapping/map-student.ts';
import { mapStudentCharacteristic } from './mapping/map-student-characteristic.ts';
import { mapSubject } from './mapping/map-subject.ts';
import { mapTeaching } from './mapping/map-teaching.ts';
import { WireResult } from './mapping/wire-gradebook.ts';
import { WireClass, WireCourse, WireEnrollment, WireOrg, WireUser } from './mapping/wire-roster.ts';
import type { OneRosterConfig } from './oneroster-config.ts';
import { OneRosterCursor } from './oneroster-cursor.ts';
import { readCalendars } from './service/read-calendars.ts';
import { resultPages } from './service/read-results.ts';
import { changes, type Pages, pagesOf, whole } from './service/read-streams.ts';
import { studentPages } from './service/read-students.ts';
import { readingOfRoles } from './service/session.ts';

const define = stream<OneRosterConfig>();

/** The part of a stream that says how it is read. */
type Reads = Pick<AnyStream<OneRosterConfig>, 'deletes' | 'cursor' | 'read'>;

/** Read whole each time: what is not met is gone. */
const snapshot = (pages: Pages, readingFor?: typeof readingOfRoles): Reads => ({
  deletes: 'snapshot-diff',
  cursor: pagingCursor,
  read: whole(pages, readingFor),
});

/** Read as changes, in which deleted objects say so. */
const tombstones = (pages: Pages): Reads => ({
  deletes: 'tombstone',
  cursor: { schema: OneRosterCursor, version: 1 },
  read: changes(pages),
});

/** The streams, for servers that mark deleted rows and for servers that drop them. */
export function streamsFor(
  deletedRows: OneRosterConfig['deletedRows'],
): Readonly<Record<string, AnyStream<OneRosterConfig>>> {
  const changing = deletedRows === 'marked' ? tombstones : snapshot;
  return {
    organisations: define({
      entity: 'Organisation',
      title: 'Schools, districts and other organisations',
      ...snapshot(pagesOf('orgs')),
      wire: WireOrg,
      map: mapOrganisation,
    }),
    'organisation-links': define({
      entity: 'OrganisationLink',
      title: 'What schools are in',
      ...snapshot(pagesOf('orgs')),
      wire: WireOrg,
      map: mapOrganisationLink,
    }),
    calendars: define({
      entity: 'Calendar',
      title: 'Terms of schools, when the settings ask for them',
      deletes: 'snapshot-diff',
      wire: WireSchoolCalendar,
      read: readCalendars,
      map: mapCalendar,
    }),
    students: define({
      entity: 'Student',
      title: 'Students',
      ...changing(studentPages({ tolerant: true })),
      wire: WireUser,
      map: mapStudent,
    }),
    characteristics: define({
      entity: 'StudentCharacteristic',
      title: 'Ethnicity of students, and the extensions that the settings name',
      ...changing(studentPages({ tolerant: false })),
      wire: WireUser,
      map: mapStudentCharacteristic,
    }),
    enrolments: define({
      entity: 'Enrolment',
      title: 'Students on the roll of schools',
      ...snapshot(pagesOf('users'), readingOfRoles),
      wire: WireUser,
      map: mapEnrolment,
    }),
    staff: define({
      entity: 'Staff',
      title: 'Staff',
      ...changing(pagesOf('users')),
      wire: WireUser,
      map: mapStaff,
    }),
    appointments: define({
      entity: 'Appointment',
      title: 'Roles of staff at organisations',
      ...snapshot(pagesOf('users'), readingOfRoles),
      wire: WireUser,
      map: mapAppointment,
    }),
    subjects: define({
      entity: 'Subject',
      title: 'Subjects of courses',
      ...changing(pagesOf('courses')),
      wire: WireCourse,
      map: mapSubject,
    }),
    classes: define({
      entity: 'Class',
      title: 'Classes',
      ...changing(pagesOf('classes')),
      wire: WireClass,
      map: mapClass,
    }),
    'class-students': define({
      entity: 'ClassEnrolment',
      title: 'Students of classes',
      ...changing(pagesOf('enrollments')),
      wire: WireEnrollment,
      map: mapClassEnrolment,
    }),
    'class-teachers': define({
      entity: 'Teaching',
      title: 'Teachers of classes',
      ...changing(pagesOf('enrollments')),
      wire: WireEnrollment,
      map: mapTeaching,
    }),
    results: define({
      entity: 'Assessment',
      title: 'Results of the gradebook, when the settings ask for them',
      ...changing(resultPages),
      wire: WireResult,
      map: mapAssessment,
    }),
  };
}
