import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { day, optional } from '../entity/fields.ts';
import { OrganisationId, RecordId } from '../ids.ts';

/** A dated relation of one organisation to another. Governance, not collaboration. */
export const OrganisationLink = defineEntity({
  name: 'OrganisationLink',
  table: 'organisation_link',
  description:
    'A school in a trust, an authority, a federation or under a sponsor; or a predecessor of another.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: RecordId,
    /** The school. */
    organisationId: OrganisationId,
    /** What it is in, or, for `predecessor`, the school that came before it. */
    relatedId: OrganisationId,
    kind: z.enum(['trust', 'authority', 'federation', 'sponsor', 'predecessor', 'other']),
    /** For predecessors: how one became the other, in the source's words. */
    note: optional(z.string().max(200)),
    validFrom: optional(day()),
    validTo: optional(day()),
  }),
});
export type OrganisationLink = z.infer<typeof OrganisationLink.schema>;
