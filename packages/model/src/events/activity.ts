import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { day, decimal, optional, text, whole } from '../entity/fields.ts';
import { ActivityId, FundingId, OrganisationId, RecordId, SchoolGroupId } from '../ids.ts';

/** Something that schools did together, as one of them recorded it. */
export const Activity = defineEntity({
  name: 'Activity',
  table: 'activity',
  description: 'Something that two or more schools did together, as recorded.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: ActivityId,
    /** Id of an activity kind, see `activityKinds`. */
    kind: text(),
    title: text(),
    /** What it was for, when it had a named aim. */
    aim: optional(text()),
    startsOn: day(),
    endsOn: optional(day()),
    groupId: optional(SchoolGroupId),
    fundingId: optional(FundingId),
    /** School that recorded it. */
    recordedById: optional(OrganisationId),
    /** Something lasting that came of it: a scheme of work, an account of practice. */
    product: optional(text()),
  }),
});
export type Activity = z.infer<typeof Activity.schema>;

/** The part that one school had in an activity. */
export const Participation = defineEntity({
  name: 'Participation',
  table: 'participation',
  description: 'The part that one school had in an activity: role, people, hours, money, places.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: RecordId,
    activityId: ActivityId,
    organisationId: OrganisationId,
    role: z.enum(['host', 'provider', 'recipient', 'participant', 'facilitator', 'outside-challenger']),
    heads: optional(whole()),
    middleLeaders: optional(whole()),
    teachers: optional(whole()),
    supportStaff: optional(whole()),
    students: optional(whole()),
    governors: optional(whole()),
    /** Staff-hours given or received by this school in all. */
    hours: optional(decimal()),
    /** Staff-days given or received by this school in all. */
    days: optional(decimal()),
    /** Student places given or received. */
    places: optional(whole()),
    /** Money given or received. */
    amount: optional(decimal()),
  }),
});
export type Participation = z.infer<typeof Participation.schema>;

/** What another school says of a recorded activity. */
export const Confirmation = defineEntity({
  name: 'Confirmation',
  table: 'confirmation',
  description: "A partner school's confirmation or dispute of a recorded activity.",
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: RecordId,
    activityId: ActivityId,
    organisationId: OrganisationId,
    verdict: z.enum(['confirmed', 'disputed']),
    decidedOn: day(),
    note: optional(text()),
  }),
});
export type Confirmation = z.infer<typeof Confirmation.schema>;
