import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { day, optional, text, whole } from '../entity/fields.ts';
import {
  ActionLearningCycleId,
  ActionLearningSetId,
  ActivityId,
  OrganisationId,
  RecordId,
  SchoolGroupId,
} from '../ids.ts';

/** A set of heads or others who learn from each other's practice in cycles (B9, ch. 9). */
export const ActionLearningSet = defineEntity({
  name: 'ActionLearningSet',
  table: 'action_learning_set',
  description: "A set of people from several schools who learn from each other's practice in cycles.",
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: ActionLearningSetId,
    name: text(),
    purpose: optional(text()),
    groupId: optional(SchoolGroupId),
    /** Whether somebody from outside the schools leads the analysis; absent: not known. */
    outsideFacilitator: optional(z.boolean()),
    startsOn: day(),
    endsOn: optional(day()),
  }),
});
export type ActionLearningSet = z.infer<typeof ActionLearningSet.schema>;

/** A school in an action learning set. */
export const ActionLearningMember = defineEntity({
  name: 'ActionLearningMember',
  table: 'action_learning_member',
  description: 'A school in an action learning set, with how many people it sends, from and to.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: RecordId,
    setId: ActionLearningSetId,
    organisationId: OrganisationId,
    people: whole().default(1),
    validFrom: optional(day()),
    validTo: optional(day()),
  }),
});
export type ActionLearningMember = z.infer<typeof ActionLearningMember.schema>;

/** One cycle of a set: five steps, each with the day on which it was done (B9). */
export const ActionLearningCycle = defineEntity({
  name: 'ActionLearningCycle',
  table: 'action_learning_cycle',
  description: 'One cycle of an action learning set, with the day of each of its five steps.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: ActionLearningCycleId,
    setId: ActionLearningSetId,
    theme: optional(text()),
    startsOn: day(),
    /** Step 1: themes discussed and an account of practice chosen. */
    discussedOn: optional(day()),
    /** Step 2: read, with notes. */
    readOn: optional(day()),
    /** Step 3: analysed together, with an outside facilitator. */
    analysedOn: optional(day()),
    /** Step 4: reconsidered after focused texts. */
    reconsideredOn: optional(day()),
    /** Step 5: own practice reviewed, partnerships formed. */
    reviewedOn: optional(day()),
  }),
});
export type ActionLearningCycle = z.infer<typeof ActionLearningCycle.schema>;

/** What one school wrote about the practice of another after visiting it, and what the host said to it (B9). */
export const AccountOfPractice = defineEntity({
  name: 'AccountOfPractice',
  table: 'account_of_practice',
  description: "One school's written account of another's practice, and the host's answer to it.",
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: RecordId,
    setId: optional(ActionLearningSetId),
    cycleId: optional(ActionLearningCycleId),
    /** School that wrote it. */
    authorId: OrganisationId,
    /** School whose practice it describes. */
    hostId: OrganisationId,
    title: optional(text()),
    visitedOn: optional(day()),
    writtenOn: day(),
    /** `accepted` as it stands, `amended` by the host, or `rejected`; absent: not answered yet. */
    answer: optional(z.enum(['accepted', 'amended', 'rejected'])),
    answeredOn: optional(day()),
    /** Recorded activity of which it came, or that records the same: it is then no second occasion. */
    activityId: optional(ActivityId),
  }),
});
export type AccountOfPractice = z.infer<typeof AccountOfPractice.schema>;
