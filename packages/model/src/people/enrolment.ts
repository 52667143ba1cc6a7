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
    /**
     * How the student is on the roll: `current` at this organisation alone · `main` and `subsidiary` of a dual registration · `guest`: attends some
     * sessions, registered elsewhere · `further-education`, `other-provider`: there instead of at a school · `previous`: was on roll, where the source
     * says no more; an enrolment that ended and whose status is known keeps it, with `leftOn`. Headcounts take `current` and `main`.
     */
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
    /** National curriculum year (reception is 0) in the academic year `yearGroupIn`; in other years it is counted from there. Give both or neither. */
    yearGroup: optional(whole()),
    /** The academic year in which `yearGroup` is or was right, by the calendar year in which it starts: 2023 for 2023/24. */
    yearGroupIn: optional(academicYear()),
  }),
});
export type Enrolment = z.infer<typeof Enrolment.schema>;
