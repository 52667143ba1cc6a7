import { type Connector, defineConnector, pagingCursor, stream } from '@collegial/connector-kit';
import { mapAppointment } from './map-appointment.ts';
import { mapAttendanceMark } from './map-attendance-mark.ts';
import { mapClass } from './map-class.ts';
import { mapClassEnrolment } from './map-class-enrolment.ts';
import { mapEnrolment } from './map-enrolment.ts';
import { mapOrganisation } from './map-organisation.ts';
import { mapStaff } from './map-staff.ts';
import { mapStudent } from './map-student.ts';
import { paging, readList } from './read-list.ts';
import { authentication, httpOf, VendorNameConfig } from './vendor-name-config.ts';
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

/** Every run reads the whole list; what it does not meet any more is gone. An interrupted run goes on at its page. */
const whole = { cursor: pagingCursor, deletes: 'snapshot-diff' } as const;

/** The Vendor Name connector. */
export const vendorName: Connector<typeof VendorNameConfig> = defineConnector({
  id: 'vendor-name',
  specVersion: 2,
  title: 'Vendor Name',
  about: { reads: 'http', authentication: [authentication], paging: [paging], verified: ['synthetic'] },
  config: VendorNameConfig,
  http: httpOf,
  streams: {
    // #region Organisation
    schools: define({
      ...whole,
      entity: 'Organisation',
      title: 'Schools',
      wire: WireSchool,
      read: readList('schools'),
      map: mapOrganisation,
    }),
    // #endregion
    // #region Student
    students: define({
      ...whole,
      entity: 'Student',
      title: 'Students',
      wire: WireStudent,
      read: readList('students'),
      map: mapStudent,
    }),
    // #endregion
    // #region Enrolment
    enrolments: define({
      ...whole,
      entity: 'Enrolment',
      title: 'Enrolments',
      wire: WireEnrolment,
      read: readList('enrolments'),
      map: mapEnrolment,
    }),
    // #endregion
    // #region Staff
    staff: define({
      ...whole,
      entity: 'Staff',
      title: 'Staff',
      wire: WireStaff,
      read: readList('staff'),
      map: mapStaff,
    }),
    // #endregion
    // #region Appointment
    appointments: define({
      ...whole,
      entity: 'Appointment',
      title: 'Appointments of staff',
      wire: WireAppointment,
      read: readList('appointments'),
      map: mapAppointment,
    }),
    // #endregion
    // #region Class
    classes: define({
      ...whole,
      entity: 'Class',
      title: 'Classes',
      wire: WireClass,
      read: readList('classes'),
      map: mapClass,
    }),
    // #endregion
    // #region ClassEnrolment
    'class-students': define({
      ...whole,
      entity: 'ClassEnrolment',
      title: 'Students of classes',
      wire: WireClassStudent,
      read: readList('class-students'),
      map: mapClassEnrolment,
    }),
    // #endregion
    // #region AttendanceMark
    attendance: define({
      ...whole,
      entity: 'AttendanceMark',
      title: 'Marks of the register',
      wire: WireMark,
      read: readList('attendance'),
      map: mapAttendanceMark,
    }),
    // #endregion
  },
});
