import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { day, optional, text, whole } from '../entity/fields.ts';
import { ClassId, OrganisationId, RecordId, StaffId, StudentId, SubjectId } from '../ids.ts';

/** A subject as taught. */
export const Subject = defineEntity({
  name: 'Subject',
  table: 'subject',
  description: 'A subject as taught at an organisation.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: SubjectId,
    organisationId: optional(OrganisationId),
    name: text(),
    code: optional(text()),
  }),
});
export type Subject = z.infer<typeof Subject.schema>;

/** A class or teaching set. */
export const Class = defineEntity({
  name: 'Class',
  table: 'class',
  description: 'A class or teaching set.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: ClassId,
    organisationId: OrganisationId,
    name: text(),
    subjectId: optional(SubjectId),
    yearGroup: optional(whole()),
    /** Position of the set, 1 the highest; `null` when not set by attainment. */
    set: optional(whole()),
    /** Course id that several schools share when they teach it together. */
    sharedCourseId: optional(text()),
  }),
});
export type Class = z.infer<typeof Class.schema>;

/** A student in a class, from and to. */
export const ClassEnrolment = defineEntity({
  name: 'ClassEnrolment',
  table: 'class_enrolment',
  description: 'A student in a class.',
  key: ['id'],
  personal: true,
  schema: z.strictObject({
    id: RecordId,
    classId: ClassId,
    studentId: StudentId,
    validFrom: optional(day()),
    validTo: optional(day()),
  }),
});
export type ClassEnrolment = z.infer<typeof ClassEnrolment.schema>;

/** A member of staff teaching a class, from and to. */
export const Teaching = defineEntity({
  name: 'Teaching',
  table: 'teaching',
  description: 'A member of staff who teaches a class.',
  key: ['id'],
  personal: true,
  schema: z.strictObject({
    id: RecordId,
    classId: ClassId,
    staffId: StaffId,
    /** True when the person is a specialist in the subject. */
    specialist: optional(z.boolean()),
    validFrom: optional(day()),
    validTo: optional(day()),
  }),
});
export type Teaching = z.infer<typeof Teaching.schema>;
