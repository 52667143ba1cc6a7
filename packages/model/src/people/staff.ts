import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { day, fte, optional, text } from '../entity/fields.ts';
import { LinkKey, OrganisationId, RecordId, StaffId } from '../ids.ts';

/** A member of staff, pseudonymous. */
export const Staff = defineEntity({
  name: 'Staff',
  table: 'staff',
  description: 'A member of staff at one source, pseudonymous.',
  key: ['id'],
  personal: true,
  schema: z.strictObject({
    id: StaffId,
    /**
     * The same for the same person at every school: the pseudonym of a permanent national number, such as `identity.pseudonym('trn', number)`. `null` without one, and for
     * temporary numbers, which are given to others later.
     */
    linkKey: optional(LinkKey),
  }),
});
export type Staff = z.infer<typeof Staff.schema>;

/** A post held by a member of staff at an organisation. */
export const Appointment = defineEntity({
  name: 'Appointment',
  table: 'appointment',
  description: 'A post held by a member of staff at an organisation, from and to.',
  key: ['id'],
  personal: true,
  schema: z.strictObject({
    id: RecordId,
    staffId: StaffId,
    organisationId: OrganisationId,
    /** Organisation that employs the person, when it is another. */
    employerId: optional(OrganisationId),
    role: z.enum(['head', 'senior-leader', 'middle-leader', 'teacher', 'support', 'other']),
    /** Supply, peripatetic and central-team staff work at several schools without any collaboration between them. */
    kind: z.enum(['permanent', 'fixed-term', 'secondment', 'supply', 'central-team', 'peripatetic', 'other']),
    fte: optional(fte()),
    /** Subject or duty, in the source's words. */
    subject: optional(text()),
    validFrom: day(),
    validTo: optional(day()),
  }),
});
export type Appointment = z.infer<typeof Appointment.schema>;
