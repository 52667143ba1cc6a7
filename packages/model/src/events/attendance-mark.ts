import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { day, optional, whole } from '../entity/fields.ts';
import { ClassId, EnrolmentId, OrganisationId } from '../ids.ts';

const statistical = () =>
  z.enum(['present', 'approved-activity', 'authorised', 'unauthorised', 'not-possible']);
const legal = () =>
  z.enum(['present', 'attending-elsewhere', 'absent', 'unable-to-attend', 'administrative']);

/**
 * What the register says of one enrolment in one session (a morning or an afternoon). The code is read with the
 * meaning it had on that day in the organisation's jurisdiction; the source's own meaning wins where it gives one.
 */
export const AttendanceMark = defineEntity({
  name: 'AttendanceMark',
  table: 'attendance_mark',
  description: 'A mark of the register for one enrolment in one session.',
  key: ['enrolmentId', 'date', 'session'],
  personal: true,
  schema: z.strictObject({
    enrolmentId: EnrolmentId,
    organisationId: OrganisationId,
    date: day(),
    session: z.enum(['AM', 'PM']),
    /** As the MIS writes it, for example `/`, `L`, `N`. */
    code: z.string().min(1).max(20),
    /** The source's own statistical meaning, when it gives one. */
    statistical: optional(statistical()),
    /** The source's own legal meaning, when it gives one. */
    legal: optional(legal()),
    minutesLate: optional(whole()),
    /** `mark`: every session is marked · `exception`: only absences are, and silence needs the calendar. */
    basis: z.enum(['mark', 'exception']).default('mark'),
  }),
});
export type AttendanceMark = z.infer<typeof AttendanceMark.schema>;

/** What the register says of one enrolment in one lesson. */
export const LessonMark = defineEntity({
  name: 'LessonMark',
  table: 'lesson_mark',
  description: 'A mark of the register for one enrolment in one lesson period.',
  key: ['enrolmentId', 'date', 'period'],
  personal: true,
  schema: z.strictObject({
    enrolmentId: EnrolmentId,
    organisationId: OrganisationId,
    date: day(),
    /** Period of the day as the timetable names it. */
    period: z.string().min(1).max(40),
    classId: optional(ClassId),
    code: z.string().min(1).max(20),
    minutesLate: optional(whole()),
  }),
});
export type LessonMark = z.infer<typeof LessonMark.schema>;
