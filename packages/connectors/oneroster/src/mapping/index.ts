export { dayBefore, lastDayOf } from './dates.ts';
export { yearGroupOf } from './grade-levels.ts';
export {
  linkKeyOf,
  type OneRosterContext,
  organisationIdOf,
  plainIdOf,
  recordIdOf,
  staffIdOf,
  studentIdOf,
  unknownOrganisation,
} from './ids.ts';
export { knownLineItem, type LineItemPlaces } from './known-line-item.ts';
export { mapAppointment } from './map-appointment.ts';
export { mapAssessment } from './map-assessment.ts';
export { mapCalendar, schoolCalendars, WireSchoolCalendar } from './map-calendar.ts';
export { mapClass } from './map-class.ts';
export { mapClassEnrolment } from './map-class-enrolment.ts';
export { mapEnrolment } from './map-enrolment.ts';
export { knownOrganisation, mapOrganisation } from './map-organisation.ts';
export { mapOrganisationLink } from './map-organisation-link.ts';
export { mapStaff } from './map-staff.ts';
export { mapStudent } from './map-student.ts';
export { mapStudentCharacteristic } from './map-student-characteristic.ts';
export { mapSubject } from './map-subject.ts';
export { mapTeaching } from './map-teaching.ts';
export {
  type MappingSettings,
  MetadataCharacteristic,
  mappingSettings,
  NationalIdentifier,
  ResultRule,
  RoleMeaning,
  yearStartsIn,
} from './mapping-settings.ts';
export {
  type KnownLineItem,
  type KnownOrganisation,
  type Reading,
  withReading,
} from './reading.ts';
export { isStaff, standardRoles } from './roles.ts';
export { rollFromOf } from './roll-from.ts';
export { WireCategory, WireLineItem, WireResult } from './wire-gradebook.ts';
export {
  WireAcademicSession,
  WireClass,
  WireCourse,
  WireDemographics,
  WireEnrollment,
  WireOrg,
  WireUser,
} from './wire-roster.ts';
export { isDeleted } from './wire-shapes.ts';
