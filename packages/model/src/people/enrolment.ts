import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { academicYear, day, optional, text, whole } from '../entity/fields.ts';
import { EnrolmentId, OrganisationId, StudentId } from '../ids.ts';

/** A student on the roll of an organisation, from entry to exit. */
export const Enrolment = defineEntity({
  name: 'Enrolment',
  table: 'enrolment',
  description: 'A student on the roll of an organisation, from entry to exit.',
  key: ['id'],
  personal: true,
  schema: z.strictObject({
    id: EnrolmentId,
    studentId: StudentId,
    organisationId: OrganisationId,
    /** `current`: the only school · `main` and `subsidiary`: dual registration · `guest`: at another school's place. */
    status: z.enum([
      'current',
      'main',
      'subsidiary',
      'guest',
      'further-education',
      'other-provider',
      'previous',
    ]),
    enteredOn: day(),
    /** Last day on roll; `null` while on roll. */
    leftOn: optional(day()),
    exitReason: optional(text()),
    /** Where the student went; `null` when not known: exits without a destination are counted. */
    destinationId: optional(OrganisationId),
    /** National curriculum year in `yearGroupIn`; other years are counted from it. */
    yearGroup: optional(whole()),
    /** Academic year to which `yearGroup` applies. */
    yearGroupIn: optional(academicYear()),
  }),
});
export type Enrolment = z.infer<typeof Enrolment.schema>;
