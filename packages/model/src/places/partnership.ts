import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { day, optional, text } from '../entity/fields.ts';
import { OrganisationId, PartnershipId, RecordId, SchoolGroupId } from '../ids.ts';

/** Schools that work together to support one of them, or each other, for a time (B5, ch. 8). */
export const Partnership = defineEntity({
  name: 'Partnership',
  table: 'partnership',
  description: 'Schools that support one of them, or each other, for a time, with a plan for its end.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: PartnershipId,
    name: text(),
    purpose: optional(text()),
    groupId: optional(SchoolGroupId),
    startsOn: day(),
    /** How the helpers withdraw and what stays; absent: no plan is stated. */
    disengagementPlan: optional(z.string().min(1).max(2000)),
    /** Day by which they plan to have withdrawn. */
    disengageBy: optional(day()),
    /** Day on which they had. */
    disengagedOn: optional(day()),
  }),
});
export type Partnership = z.infer<typeof Partnership.schema>;

/** A school in a partnership. */
export const PartnershipMember = defineEntity({
  name: 'PartnershipMember',
  table: 'partnership_member',
  description: 'A school in a partnership, with its role, from and to.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: RecordId,
    partnershipId: PartnershipId,
    organisationId: OrganisationId,
    role: z.enum(['supporting', 'supported', 'equal']),
    /** What this school answers for, for example `Finance and resources`; absent: its role is not named. No names of people. */
    responsibility: optional(text()),
    validFrom: optional(day()),
    validTo: optional(day()),
  }),
});
export type PartnershipMember = z.infer<typeof PartnershipMember.schema>;

/** A rule that the members of a partnership agree to work by. */
export const PartnershipProtocol = defineEntity({
  name: 'PartnershipProtocol',
  table: 'partnership_protocol',
  description: 'A rule of working together, and which members have agreed to it.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: RecordId,
    partnershipId: PartnershipId,
    /** What it settles, for example `Who decides`. */
    title: text(),
    /** Members that have agreed to it. */
    agreedByIds: z.array(OrganisationId).default([]),
    agreedOn: optional(day()),
  }),
});
export type PartnershipProtocol = z.infer<typeof PartnershipProtocol.schema>;

/** What a member of a partnership can give, or needs. */
export const PartnershipExpertise = defineEntity({
  name: 'PartnershipExpertise',
  table: 'partnership_expertise',
  description: 'An area of expertise that a member of a partnership offers or seeks.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: RecordId,
    partnershipId: PartnershipId,
    organisationId: OrganisationId,
    /** In the words that the members share, for example `target-setting`: the same area is written the same. */
    area: text(),
    direction: z.enum(['offered', 'sought']),
    statedOn: optional(day()),
  }),
});
export type PartnershipExpertise = z.infer<typeof PartnershipExpertise.schema>;
