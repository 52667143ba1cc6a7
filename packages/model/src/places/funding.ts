import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { day, decimal, optional, text } from '../entity/fields.ts';
import { FundingId, OrganisationId, SchoolGroupId } from '../ids.ts';

/** Money for a group or school, with the dates it lasts: what survives its end is worth asking (B2). */
export const Funding = defineEntity({
  name: 'Funding',
  table: 'funding',
  description: 'A grant, pooled budget or other money of a group or an organisation.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: FundingId,
    name: text(),
    groupId: optional(SchoolGroupId),
    organisationId: optional(OrganisationId),
    kind: z.enum(['grant', 'pooled', 'bid', 'other']),
    amount: optional(decimal()),
    /** ISO 4217. */
    currency: z.string().length(3).default('GBP'),
    validFrom: optional(day()),
    validTo: optional(day()),
  }),
});
export type Funding = z.infer<typeof Funding.schema>;
