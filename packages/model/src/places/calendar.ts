import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { academicYear, day, optional, text } from '../entity/fields.ts';
import { OrganisationId, RecordId } from '../ids.ts';

/** The school year of one organisation: terms, closed days and the sessions of a day. */
export const Calendar = defineEntity({
  name: 'Calendar',
  table: 'calendar',
  description: 'Terms, days without school and session pattern of an organisation in one academic year.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: RecordId,
    organisationId: OrganisationId,
    academicYear: academicYear(),
    terms: z.array(z.strictObject({ name: text(), from: day(), to: day() })),
    /** Days within the terms on which the school is closed to students. */
    closures: z.array(z.strictObject({ from: day(), to: day(), reason: optional(text()) })).default([]),
    /** Sessions of a school day in order. */
    sessions: z.array(z.enum(['AM', 'PM'])).default(['AM', 'PM']),
  }),
});
export type Calendar = z.infer<typeof Calendar.schema>;
