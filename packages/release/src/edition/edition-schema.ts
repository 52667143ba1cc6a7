import { type EditionDocument, type EditionManifest, editionSchemaVersion } from '@collegial/model';
import * as z from 'zod';
import { groupProfileSchema } from './group-profile-schema.ts';
import { pairLevelSchema } from './pair-level-schema.ts';

const audience = z.enum(['own', 'group', 'public']);
const scope = z.strictObject({
  kind: z.enum(['school', 'group', 'trust', 'authority', 'federation', 'sponsor']),
  id: z.string().min(1),
});
const period = z.string().regex(/^\d{4}\/\d{2}$/);
const whole = z.int().min(0);

const figure = z.strictObject({
  indicator: z.string().min(1),
  version: whole,
  subgroup: z.strictObject({ by: z.string(), value: z.string() }).nullable(),
  period,
  value: z.number().nullable(),
  interval: z.strictObject({ lower: z.number(), upper: z.number() }).nullable(),
  spread: z
    .strictObject({
      schools: whole,
      standardDeviation: z.number(),
      p10: z.number(),
      median: z.number(),
      p90: z.number(),
    })
    .nullable(),
  units: whole.nullable(),
  symbol: z.enum(['c', 'z', 'x']).nullable(),
  flags: z.array(
    z.enum([
      'no-data',
      'few-units',
      'partial-coverage',
      'definition-not-valid',
      'unweighted',
      'partly-weighted',
      'suppressed-at-source',
      'no-reference',
      'no-difference',
      'suppressed',
    ]),
  ),
});

const card = z.strictObject({
  id: z.string().min(1),
  version: whole,
  title: z.string().min(1),
  meaning: z.string(),
  caution: z.string(),
  dimension: z.string(),
  kind: z.enum(['ratio', 'mean', 'gap', 'area', 'model']),
  unit: z.enum(['proportion', 'rate-per-100', 'points', 'grades', 'spread', 'value']),
  better: z.enum(['higher', 'lower', 'neither']),
  sources: z.array(z.string()),
});

const ledgerEntry = z.strictObject({
  provider: z.string(),
  recipient: z.string(),
  period,
  process: z.string(),
  unit: z.enum(['staff-hours', 'staff-days', 'places', 'pounds', 'events']),
  amount: z.number().min(0),
  basis: z.enum(['derived', 'confirmed', 'unconfirmed']),
  evidence: z.array(z.string()),
});

/** The shape of a document of an edition, as this version writes it. */
export const documentSchema = z.strictObject({
  schemaVersion: z.literal(editionSchemaVersion),
  audience,
  scope,
  title: z.string().min(1),
  periods: z.array(period),
  indicators: z.array(card),
  figures: z.array(figure),
  members: z.array(
    z.strictObject({
      school: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }),
      figures: z.array(figure),
    }),
  ),
  collaboration: z
    .strictObject({
      schools: z.array(z.strictObject({ id: z.string().min(1), name: z.string().min(1) })),
      ledger: z.array(ledgerEntry),
      pairs: z.array(pairLevelSchema),
      profiles: z.array(groupProfileSchema).optional(),
    })
    .nullable(),
  protection: z.strictObject({ rule: z.string().min(1), figures: whole, suppressed: whole }),
  notes: z.array(z.string().min(1)),
}) satisfies z.ZodType<EditionDocument>;

/** The shape of the manifest of an edition, as this version writes it. */
export const manifestSchema = z.strictObject({
  schemaVersion: z.literal(editionSchemaVersion),
  edition: z.string().regex(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{12}$/),
  title: z.string().min(1),
  snapshot: z.string().min(1),
  publishedAt: z.iso.datetime(),
  policy: z.strictObject({ version: whole, threshold: whole }),
  documents: z.array(
    z.strictObject({
      audience,
      scope,
      title: z.string().min(1),
      file: z.string().regex(/^(documents|exact)\/[0-9a-f]{64}\.json\.br$/),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: whole,
    }),
  ),
}) satisfies z.ZodType<EditionManifest>;
