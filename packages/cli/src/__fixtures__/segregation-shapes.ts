import * as z from 'zod';

// What `collegial segregation --json` prints, field by field and strictly; a test compares it with the guide to segregation.

const count = z.int().nonnegative();
const share = z.number().min(0).max(1).nullable();

const index = z
  .strictObject({
    value: z.number().min(0),
    expected: z.number().min(0),
    deviation: z.number().min(0),
    standardised: z.number().nullable(),
    probability: z.number().min(0).max(1),
    systematic: z.number().min(-1).max(1),
    corrected: share,
    lower: share,
    upper: share,
  })
  .nullable();

const measured = {
  schools: count,
  students: count,
  group: count,
  share,
  interaction: share,
  topFifth: share,
  indices: z.strictObject({
    dissimilarity: index,
    gorard: index,
    isolation: index,
    etaSquared: index,
    theil: index,
    mutualInformation: index,
    hutchens: index,
    gini: index,
    atkinson: index,
  }),
};

const information = z.strictObject({ mutualInformation: z.number().min(0), theil: share });
const decomposition = z
  .strictObject({
    total: information,
    between: information,
    within: information,
    areas: z.array(
      z.strictObject({
        area: z.string(),
        share: z.number(),
        mutualInformation: z.number().min(0),
        theil: share,
        addsToM: z.number().min(0),
        addsToH: share,
      }),
    ),
  })
  .nullable();
const several = z
  .strictObject({
    students: count,
    entropy: z.number().min(0),
    mutualInformation: z.number().min(0),
    theil: share,
    dissimilarity: share,
  })
  .nullable();

export const SegregationOutput = z.strictObject({
  input: z.strictObject({
    file: z.string(),
    rows: count,
    notMeant: count,
    schools: count,
    areas: count,
    columns: z.strictObject({
      area: z.string().nullable(),
      school: z.string(),
      total: z.string().nullable(),
      groups: z.array(z.string()).min(1),
    }),
    unusedColumns: z.array(z.string()),
    setAside: count,
    faults: z.array(z.strictObject({ line: count, field: z.string().nullable(), reason: z.string() })),
  }),
  measures: z.strictObject({
    version: z.literal(1),
    draws: count,
    seed: count,
    groups: z.array(
      z.strictObject({
        group: z.string(),
        all: z.strictObject(measured),
        areas: z.array(z.strictObject({ area: z.string(), ...measured })),
        decomposition,
      }),
    ),
    several: z
      .strictObject({
        all: several,
        areas: z.array(z.strictObject({ area: z.string(), measures: several })),
        decomposition,
      })
      .nullable(),
  }),
});

/** What `collegial segregation --json` prints. */
export type SegregationOutput = z.infer<typeof SegregationOutput>;
