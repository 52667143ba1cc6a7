import { lenient } from '@collegial/connector-kit';

/** Shapes of rows after references became ids, see `plainRow`, and after the stream completed them, see `stream-plans.ts`. */
const { object, text, flag, number, day, list } = lenient;

const base = { id: text() };
/** The log says that the record is gone. */
const gone = { gone: flag() };
const period = { startDate: day(), endDate: day() };

/** Rows that hold nothing but what the log says of a record that is gone. */
export const WireInstitution = object(base, {
  ...gone,
  educationalInstitutionName: text(),
  shortName: text(),
  openingDate: day(),
  closingDate: day(),
  establishmentNumber: text(),
  urn: text(),
  ukprn: text(),
  authorityCode: text(),
  phase: text(),
});

export const WireStudent = object(base, {
  ...gone,
  dateOfBirth: day(),
  gender: text(),
  upns: list(object({}, { upn: text(), startDatetime: text(), endDatetime: text(), isTemporary: flag() })),
  ethnicityCode: text(),
  hasNone: flag(),
});

const grade = object({}, { yearGroup: text(), ...period });

export const WireEnrolment = object(base, {
  ...gone,
  student: text(),
  entryDate: day(),
  leavingDate: day(),
  reason: text(),
  modes: list(object({}, { code: text(), ...period })),
  grades: list(grade),
});

/** A status of a student from and to a day. */
export const WireAssignment = object(base, {
  ...gone,
  student: text(),
  ...period,
  code: text(),
  words: text(),
  counts: flag(),
});

export const WireStaff = object(base, gone);

export const WirePost = object(base, {
  ...gone,
  staff: text(),
  jobTitle: text(),
  startDate: day(),
  endDate: day(),
  employmentType: text(),
  positionName: text(),
  expectedHoursPerWeek: number(),
  fteHoursPerWeek: number(),
});

export const WireSubject = object(base, { ...gone, subjectName: text(), code: text() });

export const WireUnit = object(base, {
  ...gone,
  academicUnitName: text(),
  shortName: text(),
  subject: text(),
  yearGroup: text(),
});

export const WireMembership = object(base, {
  ...gone,
  academicUnit: text(),
  student: text(),
  staff: text(),
  ...period,
});

const stay = object(base, { entryDate: day(), leavingDate: day() });

export const WireMark = object(base, {
  ...gone,
  recordDate: day(),
  minutesLate: number(),
  rollCall: text(),
  enrolments: list(stay),
  mark: object(
    {},
    {
      code: text(),
      attendanceMark: text(),
      isLegalPresent: flag(),
      isLegalApprovedEducationalActivity: flag(),
      isLegalNotRequired: flag(),
      isLegalAbsent: flag(),
      isStatisticalPresent: flag(),
      isStatisticalAuthorizedAbsent: flag(),
      isStatisticalUnauthorizedAbsent: flag(),
      isStatisticalApprovedEducationalActivity: flag(),
      isStatisticalPossibleAttendance: flag(),
    },
  ),
});

export const WireExclusion = object(base, {
  ...gone,
  student: text(),
  fromDate: day(),
  /** `2022-09-28 09:00:00`, by the school's clock. */
  fromDatetime: text(),
  untilDatetime: text(),
  statisticalDaysExcluded: number(),
  schoolDefinedSessionsExcluded: number(),
  reasons: list(text()),
});

export const WireYear = object(base, {
  ...gone,
  startDate: day(),
  endDate: day(),
  terms: list(object({}, { termName: text(), ...period })),
  holidays: list(object({}, { holidayLabel: text(), ...period })),
});
