import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { day, optional, text } from '../entity/fields.ts';
import { OrganisationId, RecordId } from '../ids.ts';

/** A judgement or category given to a school by an outside body, read with the scheme of its date. */
export const Designation = defineEntity({
  name: 'Designation',
  table: 'designation',
  description: 'An inspection outcome or category such as special measures, under a dated scheme.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: RecordId,
    organisationId: OrganisationId,
    /** Scheme by date: England's overall grades ended in September 2024, report cards followed. */
    scheme: text(),
    value: text(),
    validFrom: day(),
    validTo: optional(day()),
  }),
});
export type Designation = z.infer<typeof Designation.schema>;
