import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { day, optional, text } from '../entity/fields.ts';
import { OrganisationId, RecordId, SchoolGroupId } from '../ids.ts';

/** An agreement between controllers; analysis across schools runs only inside one. */
export const SharingAgreement = defineEntity({
  name: 'SharingAgreement',
  table: 'sharing_agreement',
  description: 'An agreement of organisations to share data for stated purposes.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: RecordId,
    title: text(),
    organisationIds: z.array(OrganisationId).min(2),
    groupId: optional(SchoolGroupId),
    purposes: z.array(z.enum(['collaboration', 'student-experience', 'comparison', 'research'])).min(1),
    validFrom: day(),
    validTo: optional(day()),
  }),
});
export type SharingAgreement = z.infer<typeof SharingAgreement.schema>;
