import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { day, optional, text } from '../entity/fields.ts';
import { OrganisationId, RecordId, SchoolGroupId, StaffId } from '../ids.ts';

/** A collaborative of schools formed to work together (B4). A trust is not one by itself. */
export const SchoolGroup = defineEntity({
  name: 'SchoolGroup',
  table: 'school_group',
  description: 'A group of schools formed to work together.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: SchoolGroupId,
    name: text(),
    /** What the group says it is for. */
    purpose: optional(text()),
    formedOn: optional(day()),
    endedOn: optional(day()),
  }),
});
export type SchoolGroup = z.infer<typeof SchoolGroup.schema>;

/** Membership of a school in a group, dated. */
export const GroupMember = defineEntity({
  name: 'GroupMember',
  table: 'group_member',
  description: 'A school in a group, from and to.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: RecordId,
    groupId: SchoolGroupId,
    organisationId: OrganisationId,
    validFrom: optional(day()),
    validTo: optional(day()),
    /** False for a school that was placed in the group and declined to take part. */
    takesPart: z.boolean().default(true),
  }),
});
export type GroupMember = z.infer<typeof GroupMember.schema>;

/** Someone with a role for the group as a whole. */
export const GroupRole = defineEntity({
  name: 'GroupRole',
  table: 'group_role',
  description: 'Coordinator, adviser or link partner of a group.',
  key: ['id'],
  personal: true,
  schema: z.strictObject({
    id: RecordId,
    groupId: SchoolGroupId,
    role: z.enum(['coordinator', 'adviser', 'link-partner', 'chair', 'other']),
    staffId: optional(StaffId),
    organisationId: optional(OrganisationId),
    validFrom: optional(day()),
    validTo: optional(day()),
  }),
});
export type GroupRole = z.infer<typeof GroupRole.schema>;
