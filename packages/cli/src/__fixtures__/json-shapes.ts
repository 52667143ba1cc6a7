import * as z from 'zod';

// What `--json` prints, field by field and strictly: a field that is added, renamed or lost fails a test, and a test
// compares the names with the guide to the command line.

const place = z.strictObject({
  source: z.string().optional(),
  stream: z.string().optional(),
  file: z.string().optional(),
  line: z.int().optional(),
  row: z.int().optional(),
  page: z.int().optional(),
  field: z.string().optional(),
});
const failure = z.strictObject({
  code: z.string(),
  message: z.string(),
  fix: z.string(),
  docs: z.url(),
  place,
});
const count = z.int().nonnegative();
const counts = {
  rows: count,
  skipped: count,
  read: count,
  loaded: count,
  unchanged: count,
  deleted: count,
  duplicate: count,
  quarantined: count,
};

/** `collegial init --json` */
export const InitOutput = z.strictObject({
  file: z.string(),
  connector: z.string(),
  next: z.array(z.string()),
});

/** `collegial sync --json` */
export const SyncOutput = z.strictObject({
  status: z.enum(['complete', 'incomplete', 'aborted']),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  milliseconds: count,
  totals: z.strictObject(counts),
  streams: z.array(
    z.strictObject({
      source: z.string(),
      stream: z.string(),
      entity: z.string(),
      title: z.string(),
      run: z.string(),
      status: z.enum(['complete', 'failed', 'aborted', 'unreadable']),
      mode: z.enum(['full', 'incremental']),
      resumedAfter: z.strictObject(counts).nullable(),
      ...counts,
      skippedBy: z.record(z.string(), count),
      quarantineBy: z.array(z.strictObject({ code: z.string(), field: z.string(), count })),
      quarantine: z.array(z.strictObject({ place, code: z.string(), reason: z.string() })),
      drift: z.record(z.string(), count),
      unmapped: z.array(z.strictObject({ field: z.string(), code: z.string(), count })),
      completeness: z.union([z.literal('verified'), z.strictObject({ unverified: z.string() })]),
      deletes: z.union([z.enum(['applied', 'none']), z.strictObject({ unknown: z.string() })]),
      deletedUnseen: count,
      checkpoint: z.strictObject({ cursor: z.unknown(), complete: z.boolean() }).nullable(),
      notes: z.array(z.string()),
      error: failure.optional(),
      milliseconds: count,
    }),
  ),
  refreshError: failure.optional(),
});

const scope = z.strictObject({
  kind: z.enum(['school', 'group', 'trust', 'authority', 'federation', 'sponsor']),
  id: z.string(),
});
const units = { units: count, keySum: count };
const sums = z.strictObject({ units: count, sum: z.int(), sumOfSquares: z.int() });
const state = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ratio'),
    ...units,
    numerator: z.number(),
    denominator: z.number(),
    squares: z.strictObject({ numerator: z.number(), products: z.number(), denominator: z.number() }),
  }),
  z.strictObject({ kind: z.literal('mean'), ...units, sum: z.int(), sumOfSquares: z.int() }),
  z.strictObject({ kind: z.literal('gap'), ...units, compared: sums, others: sums }),
  z.strictObject({
    kind: z.literal('model'),
    ...units,
    cohorts: z.array(
      z.strictObject({ school: z.string(), cohort: z.int(), rows: z.int(), products: z.array(z.int()) }),
    ),
  }),
  z.strictObject({
    kind: z.literal('area'),
    ...units,
    schools: z.array(
      z.strictObject({
        id: z.string(),
        value: z.number(),
        weight: z.number(),
        squares: z.number().nonnegative().optional(),
        parts: z.strictObject({ compared: sums, others: sums }).optional(),
        error: z.number().nonnegative().optional(),
        start: z.strictObject({ value: z.number(), error: z.number().nonnegative() }).optional(),
      }),
    ),
  }),
]);

/** `collegial evaluate --json` */
export const EvaluateOutput = z.array(
  z.strictObject({
    indicator: z.string(),
    version: z.int(),
    scope,
    subgroup: z.strictObject({ by: z.string(), value: z.string() }).nullable(),
    period: z.string().regex(/^\d{4}\/\d\d$/),
    state,
    value: z.number().nullable(),
    interval: z.strictObject({ lower: z.number(), upper: z.number() }).nullable(),
    chance: z.strictObject({ expected: z.number(), probability: z.number() }).optional(),
    spread: z
      .strictObject({
        schools: count,
        standardDeviation: z.number(),
        p10: z.number(),
        median: z.number(),
        p90: z.number(),
      })
      .nullable(),
    coverage: z.number().min(0).max(1).nullable(),
    flags: z.array(z.string()),
    snapshot: z.string(),
  }),
);

/** `collegial publish --json` */
export const PublishOutput = z.strictObject({
  path: z.string(),
  manifest: z.strictObject({
    schemaVersion: z.int(),
    edition: z.string(),
    title: z.string(),
    snapshot: z.string(),
    publishedAt: z.iso.datetime(),
    policy: z.strictObject({ version: z.int(), threshold: z.int() }),
    documents: z.array(
      z.strictObject({
        audience: z.enum(['own', 'group', 'public']),
        scope,
        title: z.string(),
        file: z.string(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        bytes: count,
      }),
    ),
  }),
  groupsWithoutAgreement: z.array(z.string()),
  notPublished: z.array(z.strictObject({ indicator: z.string(), reason: z.string() })),
});

/** `collegial report --json` */
export const ReportOutput = z.strictObject({
  file: z.string(),
  edition: z.string(),
  documents: z.array(z.strictObject({ audience: z.enum(['own', 'group', 'public']), scope: z.string() })),
});

/** An indicator of `collegial catalogue --json` */
export const CatalogueIndicator =
  z.strictObject({
    id: z.string(),
    version: z.int(),
    title: z.string(),
    meaning: z.string(),
    caution: z.string(),
    dimension: z.string(),
    kind: z.enum(['ratio', 'mean', 'gap', 'area', 'model']),
    unit: z.string(),
    better: z.enum(['higher', 'lower', 'neither']),
    sources: z.array(z.string()),
    valid: z.strictObject({ from: z.string().optional(), to: z.string().optional() }),
    formula: z.string(),
    counts: z.string(),
    needs: z.array(z.string()),
    balancedBy: z.array(z.string()),
    breakdowns: z.array(z.string()),
    notPublished: z.string().optional(),
    parameters: z.record(z.string(), z.unknown()),
    sql: z.string(),
  });

/** A measure of collaboration of `collegial catalogue --json` */
export const CatalogueMeasure = z.strictObject({
  id: z.string(),
  title: z.string(),
  about: z.enum(['pair', 'school', 'group', 'network', 'partnership', 'action-learning-set']),
  meaning: z.string(),
  formula: z.string(),
  unit: z.string(),
  caution: z.string(),
  sources: z.array(z.string()),
  given: z.string(),
});

/** `collegial catalogue --json` */
export const CatalogueOutput = z.array(z.union([CatalogueIndicator, CatalogueMeasure]));

/** `collegial doctor --json` */
export const DoctorOutput = z.array(
  z.strictObject({
    check: z.string(),
    state: z.enum(['ok', 'warning', 'problem']),
    detail: z.string(),
  }),
);
