import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { day, decimal, optional, text, whole } from '../entity/fields.ts';
import { OrganisationId } from '../ids.ts';

/** A school, trust, authority or other body. */
export const Organisation = defineEntity({
  name: 'Organisation',
  table: 'organisation',
  description: 'A school, trust, authority, sponsor, federation or other provider.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: OrganisationId,
    kind: z.enum(['school', 'trust', 'federation', 'sponsor', 'authority', 'provider', 'other']),
    name: text(),
    /** Other identifiers, each `scheme:value` with the schemes `urn ukprn laestab nces companies-house` or a vendor's own. */
    identifiers: z.array(text()).default([]),
    /** Kind of establishment in the words of the jurisdiction, for example `Academy converter`. */
    type: optional(text()),
    /** Phase of education, or `other`. */
    phase: optional(
      z.enum([
        'nursery',
        'primary',
        'middle',
        'secondary',
        'all-through',
        'sixteen-plus',
        'special',
        'alternative',
        'other',
      ]),
    ),
    status: z.enum(['open', 'closed', 'proposed']).default('open'),
    openedOn: optional(day()),
    closedOn: optional(day()),
    lowestAge: optional(whole()),
    highestAge: optional(whole()),
    capacity: optional(whole()),
    /** Town, for people who look for a school. */
    town: optional(text()),
    latitude: optional(decimal()),
    longitude: optional(decimal()),
    /** ISO 3166-2 where there is one, for example `GB-ENG`. */
    jurisdiction: z.string().default('GB-ENG'),
  }),
});
export type Organisation = z.infer<typeof Organisation.schema>;
