import { lenient } from '@collegial/connector-kit';
import type * as z from 'zod';

// Wire shapes: what Vendor Name sends, in its own words. The first object names the fields without which a row is worth nothing (a row without
// one is set aside), the second those that may be missing, null or wrong (then `undefined`, and counted). Fields that are not named here are
// dropped: leave out names, addresses and everything else that no mapping needs. What the id of a record is made of belongs to the first.
// #region Organisation

/** A school, as the list `schools` has it. */
export const WireSchool = lenient.object(
  { id: lenient.text(), name: lenient.text() },
  { urn: lenient.text(), phase: lenient.text() },
);
export type WireSchool = z.output<typeof WireSchool>;
// #endregion
// #region Student

/** A student, as the list `students` has it. */
export const WireStudent = lenient.object(
  { id: lenient.text() },
  { upn: lenient.text(), gender: lenient.text(), birthDate: lenient.day() },
);
export type WireStudent = z.output<typeof WireStudent>;
// #endregion
// #region Enrolment

/** A student on the roll of a school, as the list `enrolments` has it. */
export const WireEnrolment = lenient.object(
  { id: lenient.text(), studentId: lenient.text(), schoolId: lenient.text(), entryDate: lenient.day() },
  { schoolUrn: lenient.text(), status: lenient.text(), exitDate: lenient.day() },
);
export type WireEnrolment = z.output<typeof WireEnrolment>;
// #endregion
// #region Staff

/** A member of staff, as the list `staff` has it. */
export const WireStaff = lenient.object({ id: lenient.text() }, { teacherNumber: lenient.text() });
export type WireStaff = z.output<typeof WireStaff>;
// #endregion
// #region Appointment

/** A post of a member of staff at a school, as the list `appointments` has it. */
export const WireAppointment = lenient.object(
  { id: lenient.text(), staffId: lenient.text(), schoolId: lenient.text(), startDate: lenient.day() },
  { schoolUrn: lenient.text(), role: lenient.text(), contract: lenient.text(), endDate: lenient.day() },
);
export type WireAppointment = z.output<typeof WireAppointment>;
// #endregion
// #region Class

/** A class, as the list `classes` has it. */
export const WireClass = lenient.object(
  { id: lenient.text(), schoolId: lenient.text(), name: lenient.text() },
  { schoolUrn: lenient.text() },
);
export type WireClass = z.output<typeof WireClass>;
// #endregion
// #region ClassEnrolment

/** A student in a class, as the list `class-students` has it. */
export const WireClassStudent = lenient.object(
  { classId: lenient.text(), studentId: lenient.text(), from: lenient.day() },
  { to: lenient.day() },
);
export type WireClassStudent = z.output<typeof WireClassStudent>;
// #endregion
// #region AttendanceMark

/** A mark of the register, as the list `attendance` has it. */
export const WireMark = lenient.object(
  {
    enrolmentId: lenient.text(),
    schoolId: lenient.text(),
    date: lenient.day(),
    session: lenient.word(['AM', 'PM']),
    code: lenient.text(),
  },
  { schoolUrn: lenient.text() },
);
export type WireMark = z.output<typeof WireMark>;
// #endregion
