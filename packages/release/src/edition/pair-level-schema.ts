import type { PairLevel } from '@collegial/model';
import * as z from 'zod';

const level = z.enum(['no-link-seen', 'association', 'cooperation', 'collaboration', 'collegiality']);
const period = z.string().regex(/^\d{4}\/\d{2}$/);
const whole = z.int().min(0);
const limit = z.number().positive();
const variations = z.strictObject({ variations: whole, kept: whole });

/** The level of a pair as this version writes it. */
export const pairLevelSchema = z.strictObject({
  schools: z.tuple([z.string(), z.string()]),
  period,
  level,
  levelWithUnconfirmed: level,
  highestLevelAssessed: level,
  reading: z.string(),
  observed: z.array(period),
  tooEarlyToTell: z.boolean(),
  criteria: z.array(
    z.strictObject({ id: z.string(), level, title: z.string(), met: z.boolean(), detail: z.string() }),
  ),
  thresholds: z
    .strictObject({
      events: limit,
      knowledgeHours: limit,
      staffDays: limit,
      places: limit,
      occasions: limit,
      termDays: limit,
      collaborationKnowledgeHours: limit,
      collaborationStaffDays: limit,
      collaborationPlaces: limit,
      years: limit,
      marks: limit,
    })
    .nullable(),
  coverage: z
    .array(
      z.strictObject({
        kind: z.enum(['staff', 'enrolments', 'classes', 'transfers', 'activities']),
        periods: z.array(period),
      }),
    )
    .nullable(),
  stability: z.strictObject({ downward: variations, upward: variations }).nullable(),
  oneSided: z.strictObject({ recordedBy: z.string(), activities: whole, confirmed: whole }).nullable(),
  evidence: z.array(z.string()),
  rules: whole,
}) satisfies z.ZodType<PairLevel>;
