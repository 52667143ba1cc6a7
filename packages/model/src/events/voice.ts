import * as z from 'zod';
import { defineEntity } from '../entity/entity.ts';
import { day, decimal, optional, text } from '../entity/fields.ts';
import { OrganisationId, RecordId, SchoolGroupId } from '../ids.ts';

/** One answer of a student or staff survey; the respondent is a one-time pseudonym. */
export const SurveyResponse = defineEntity({
  name: 'SurveyResponse',
  table: 'survey_response',
  description: 'One answer to one item of a survey.',
  key: ['id'],
  personal: true,
  schema: z.strictObject({
    id: RecordId,
    organisationId: OrganisationId,
    instrument: text(),
    item: text(),
    respondent: text(),
    respondentKind: z.enum(['student', 'staff', 'parent', 'governor', 'other']),
    value: decimal(),
    answeredOn: day(),
  }),
});
export type SurveyResponse = z.infer<typeof SurveyResponse.schema>;

/** One rating of a review framework (B2, B7, B8, B9), with its evidence. */
export const Review = defineEntity({
  name: 'Review',
  table: 'review',
  description: 'One rating of one factor of a review framework, for a school or a group.',
  key: ['id'],
  personal: false,
  schema: z.strictObject({
    id: RecordId,
    organisationId: optional(OrganisationId),
    groupId: optional(SchoolGroupId),
    instrument: text(),
    factor: text(),
    value: decimal(),
    evidence: optional(z.string().max(2000)),
    reviewedOn: day(),
  }),
});
export type Review = z.infer<typeof Review.schema>;
