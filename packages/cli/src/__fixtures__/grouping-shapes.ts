import * as z from 'zod';

// What `collegial groups --json` and `collegial partners --json` print, field by field and strictly.

const count = z.int().nonnegative();
const amount = z.number().nonnegative();
const ids = z.array(z.string());
const objective = z.enum(['alike', 'mixed', 'complement', 'distance', 'ties']);
const input = z.strictObject({
  file: z.string(),
  rows: count,
  schools: count,
  setAside: z.array(z.strictObject({ line: count, field: z.string().nullable(), reason: z.string() })),
  unusedColumns: ids,
});
const spread = z
  .strictObject({
    known: count,
    mean: z.number(),
    standardDeviation: amount.nullable(),
    lowest: z.number(),
    highest: z.number(),
  })
  .nullable();

/** `collegial groups --json` */
export const GroupsOutput = z.strictObject({
  input,
  proposals: z.array(
    z.strictObject({
      groups: z.array(
        z.strictObject({
          label: z.string(),
          schools: ids,
          attainment: spread,
          stage: spread,
          context: z.record(z.string(), z.number()),
          widestDistance: amount.nullable(),
          widestPair: z.tuple([z.string(), z.string()]).nullable(),
          help: z.array(z.strictObject({ area: z.string(), from: ids, to: ids })),
          unmet: z.array(z.strictObject({ area: z.string(), schools: ids })),
          ties: amount,
        }),
      ),
      score: amount,
      objectives: z.array(z.strictObject({ objective, value: amount, givenUp: amount.nullable() })),
      difference: z.number().min(0).max(1),
      leaning: objective.nullable(),
      words: ids,
    }),
  ),
  objectives: z.array(
    z.strictObject({
      objective,
      share: z.number().min(0).max(1),
      best: amount,
      bestIsExact: z.boolean(),
      lots: amount,
    }),
  ),
  method: z.enum(['exact', 'search']),
  schools: count,
  seed: z.int(),
  notes: ids,
});

const fit = z.number().min(0).max(1).nullable();

/** `collegial partners --json` */
export const PartnersOutput = z.strictObject({
  input,
  school: z.string(),
  partners: z.array(
    z.strictObject({
      school: z.string(),
      name: z.string(),
      score: z.number().min(0).max(1),
      fits: z.strictObject({ gives: fit, gains: fit, similar: fit, near: fit, tied: fit, broad: fit }),
      gives: ids,
      gains: ids,
      distance: amount.nullable(),
      reasons: ids,
      cautions: ids,
    }),
  ),
  teams: z.array(
    z.strictObject({
      schools: ids,
      covers: z.number().min(0).max(1),
      expertise: z.array(z.strictObject({ area: z.string(), from: ids })),
      score: z.number(),
    }),
  ),
  needs: ids,
  unmet: ids,
  notes: ids,
});
