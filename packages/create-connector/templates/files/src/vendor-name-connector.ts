import { type Connector, csvCursor, defineConnector, stream } from '@collegial/connector-kit';
import { mapAppointment } from './map-appointment.ts';
import { mapAttendanceMark } from './map-attendance-mark.ts';
import { mapClass } from './map-class.ts';
import { mapClassEnrolment } from './map-class-enrolment.ts';
import { mapEnrolment } from './map-enrolment.ts';
import { mapOrganisation } from './map-organisation.ts';
import { mapStaff } from './map-staff.ts';
import { mapStudent } from './map-student.ts';
import { readFile } from './read-file.ts';
import { VendorNameConfig } from './vendor-name-config.ts';
import {
  WireAppointment,
  WireClass,
  WireClassStudent,
  WireEnrolment,
  WireMark,
  WireSchool,
  WireStaff,
  WireStudent,
} from './vendor-name-schemas.ts';

const define = stream<VendorNameConfig>();

/** Every run reads the whole file; what it does not meet any more is gone. An interrupted run goes on at its row. */
const whole = { cursor: csvCursor, deletes: 'snapshot-diff' } as const;

/** The Vendor Name connector. */
export const vendorName: Connector<typeof VendorNameConfig> = defineConnector({
  id: 'vendor-name',
  specVersion: 2,
  title: 'Vendor Name',
  about: { reads: 'files', authentication: [], paging: [], verified: ['synthetic'] },
  config: VendorNameConfig,
  streams: {
    // #region Organisation
    schools: define({
      ...whole,
      entity: 'Organisation',
      title: 'Schools',
      wire: WireSchool,
      read: readFile('schools', { id: 'id', urn: 'urn', name: 'name', phase: 'phase' }),
      map: mapOrganisation,
    }),
    // #endregion
    // #region Student
    students: define({
      ...whole,
      entity: 'Student',
      title: 'Students',
      wire: WireStudent,
      read: readFile('students', { id: 'id', upn: 'upn', gender: 'gender', birthDate: 'birthDate' }),
      map: mapStudent,
    }),
    // #endregion
    // #region Enrolment
    enrolments: define({
      ...whole,
      entity: 'Enrolment',
      title: 'Enrolments',
      wire: WireEnrolment,
      read: readFile('enrolments', {
        id: 'id',
        studentId: 'studentId',
        schoolId: 'schoolId',
        schoolUrn: 'schoolUrn',
        status: 'status',
        entryDate: 'entryDate',
        exitDate: 'exitDate',
      }),
      map: mapEnrolment,
    }),
    // #endregion
    // #region Staff
    staff: define({
      ...whole,
      entity: 'Staff',
      title: 'Staff',
      wire: WireStaff,
      read: readFile('staff', { id: 'id', teacherNumber: 'teacherNumber' }),
      map: mapStaff,
    }),
    // #endregion
    // #region Appointment
    appointments: define({
      ...whole,
      entity: 'Appointment',
      title: 'Appointments of staff',
      wire: WireAppointment,
      read: readFile('appointments', {
        id: 'id',
        staffId: 'staffId',
        schoolId: 'schoolId',
        schoolUrn: 'schoolUrn',
        role: 'role',
        contract: 'contract',
        startDate: 'startDate',
        endDate: 'endDate',
      }),
      map: mapAppointment,
    }),
    // #endregion
    // #region Class
    classes: define({
      ...whole,
      entity: 'Class',
      title: 'Classes',
      wire: WireClass,
      read: readFile('classes', { id: 'id', schoolId: 'schoolId', schoolUrn: 'schoolUrn', name: 'name' }),
      map: mapClass,
    }),
    // #endregion
    // #region ClassEnrolment
    'class-students': define({
      ...whole,
      entity: 'ClassEnrolment',
      title: 'Students of classes',
      wire: WireClassStudent,
      read: readFile('class-students', {
        classId: 'classId',
        studentId: 'studentId',
        from: 'from',
        to: 'to',
      }),
      map: mapClassEnrolment,
    }),
    // #endregion
    // #region AttendanceMark
    attendance: define({
      ...whole,
      entity: 'AttendanceMark',
      title: 'Marks of the register',
      wire: WireMark,
      read: readFile('attendance', {
        enrolmentId: 'enrolmentId',
        schoolId: 'schoolId',
        schoolUrn: 'schoolUrn',
        date: 'date',
        session: 'session',
        code: 'code',
      }),
      map: mapAttendanceMark,
    }),
    // #endregion
  },
});
