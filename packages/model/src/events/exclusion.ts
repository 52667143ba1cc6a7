import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { day, decimal, optional, text } from '../entity/fields.ts';
import { OrganisationId, RecordId, StudentId } from '../ids.ts';

/** A suspension or permanent exclusion. */
export const Exclusion = defineEntity({
  name: 'Exclusion',
  table: 'exclusion',
  description: 'A suspension, permanent exclusion or lunchtime exclusion of a student.',
  key: ['id'],
  personal: true,
  schema: z.strictObject({
    id: RecordId,
    studentId: StudentId,
    organisationId: OrganisationId,
    kind: z.enum(['suspension', 'permanent', 'lunchtime']),
    startsOn: day(),
    endsOn: optional(day()),
    /** Half-day sessions lost; a lunchtime counts as half a day, that is one session. */
    sessions: optional(decimal()),
    /** Up to three reasons, in the source's order, as codes of the jurisdiction. */
    reasons: z.array(text()).max(3).default([]),
  }),
});
export type Exclusion = z.infer<typeof Exclusion.schema>;

/** A move of a student from one organisation to another, recorded as such. */
export const Transfer = defineEntity({
  name: 'Transfer',
  table: 'transfer',
  description: 'A managed move, off-site direction or ordinary move of a student.',
  key: ['id'],
  personal: true,
  schema: z.strictObject({
    id: RecordId,
    studentId: StudentId,
    fromOrganisationId: OrganisationId,
    toOrganisationId: optional(OrganisationId),
    kind: z.enum(['managed-move', 'off-site-direction', 'ordinary', 'unrecorded']),
    /** True when both schools agreed to it on record. */
    agreed: z.boolean().default(false),
    startsOn: day(),
    endsOn: optional(day()),
  }),
});
export type Transfer = z.infer<typeof Transfer.schema>;
