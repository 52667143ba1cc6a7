import { lenient } from '@collegial/connector-kit';
import * as z from 'zod';
import { base, optionalBase, reference, texts } from './wire-shapes.ts';

/** An organisation: `orgs`. */
export const WireOrg = lenient.object(base, {
  ...optionalBase,
  name: lenient.text(),
  type: lenient.text(),
  identifier: lenient.text(),
  parent: reference(),
});
export type WireOrg = z.output<typeof WireOrg>;

/** A role of a user at an organisation (1.2); one that cannot be used stays in the list, so that it is not taken for gone. */
const role = () =>
  z.preprocess(
    (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}),
    lenient.object({}, { role: lenient.text(), org: reference(), beginDate: roleDay(), endDate: roleDay() }),
  ) as unknown as z.ZodType<{
    role?: string | undefined;
    org?: string | undefined;
    beginDate?: string | undefined;
    endDate?: string | undefined;
  }>;

/** A day; empty when something is written that is no day: without it, a role would be another one. */
const roleDay = () =>
  z.unknown().transform((value) => {
    const day = lenient.day().safeParse(value);
    return day.success ? day.data : '';
  });

/** An organisation of a user (1.1); empty when it cannot be read, for the same reason as a role. */
const organisation = () =>
  z.unknown().transform((value) => {
    const id = reference().safeParse(value);
    return id.success ? id.data : '';
  });

const userId = () => lenient.object({ type: lenient.text(), identifier: lenient.text() });

const flag = lenient.flag;

/** Ethnicity flags in the order in which they are kept. */
export const ethnicityFlags = [
  'americanIndianOrAlaskaNative',
  'asian',
  'blackOrAfricanAmerican',
  'nativeHawaiianOrOtherPacificIslander',
  'white',
  'demographicRaceTwoOrMoreRaces',
  'hispanicOrLatinoEthnicity',
] as const;

/** Demographics of the user with the same `sourcedId`. */
export const WireDemographics = lenient.object(
  { sourcedId: lenient.text() },
  {
    ...optionalBase,
    birthDate: lenient.day(),
    sex: lenient.text(),
    americanIndianOrAlaskaNative: flag(),
    asian: flag(),
    blackOrAfricanAmerican: flag(),
    nativeHawaiianOrOtherPacificIslander: flag(),
    white: flag(),
    demographicRaceTwoOrMoreRaces: flag(),
    hispanicOrLatinoEthnicity: flag(),
  },
);
export type WireDemographics = z.output<typeof WireDemographics>;

/**
 * A user: `users`. 1.1 has one `role` at all `orgs`, 1.2 has `roles`. `demographics` is no field of the standard: readers of students put the user's
 * demographics there.
 */
export const WireUser = lenient.object(base, {
  ...optionalBase,
  role: lenient.text(),
  orgs: lenient.list(organisation()),
  roles: lenient.list(role()),
  primaryOrg: reference(),
  userMasterIdentifier: lenient.text(),
  identifier: lenient.text(),
  userIds: lenient.list(userId()),
  grades: texts(),
  demographics: WireDemographics,
});
export type WireUser = z.output<typeof WireUser>;

/** A session: `academicSessions`. */
export const WireAcademicSession = lenient.object(base, {
  ...optionalBase,
  title: lenient.text(),
  type: lenient.text(),
  startDate: lenient.day(),
  endDate: lenient.day(),
  schoolYear: lenient.text(),
});
export type WireAcademicSession = z.output<typeof WireAcademicSession>;

/** A course: `courses`. */
export const WireCourse = lenient.object(base, {
  ...optionalBase,
  title: lenient.text(),
  courseCode: lenient.text(),
  subjects: texts(),
  subjectCodes: texts(),
  org: reference(),
});
export type WireCourse = z.output<typeof WireCourse>;

/** A class: `classes`. */
export const WireClass = lenient.object(base, {
  ...optionalBase,
  title: lenient.text(),
  classCode: lenient.text(),
  grades: texts(),
  course: reference(),
  school: reference(),
  terms: lenient.list(reference()),
});
export type WireClass = z.output<typeof WireClass>;

/** A user in a class: `enrollments`. */
export const WireEnrollment = lenient.object(base, {
  ...optionalBase,
  user: reference(),
  class: reference(),
  school: reference(),
  role: lenient.text(),
  beginDate: lenient.day(),
  endDate: lenient.day(),
});
export type WireEnrollment = z.output<typeof WireEnrollment>;
