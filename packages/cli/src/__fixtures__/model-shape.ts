import * as z from 'zod';

const number = z.number();
const text = z.string();
const matrix = z.array(z.array(number));

/** What `collegial model --json` prints. */
export const ModelShape = z.strictObject({
  input: z.strictObject({
    file: text,
    encoding: text,
    delimiter: text,
    decimalComma: z.array(text),
    rows: z.strictObject({
      read: z.int(),
      used: z.int(),
      leftOut: z.int(),
      withoutValue: z.record(text, z.int()),
    }),
  }),
  model: z.strictObject({
    method: z.enum(['REML', 'ML']),
    outcome: text,
    levels: z.array(text),
    terms: z.array(z.strictObject({ term: text, columns: z.array(text) })),
    categories: z.array(z.strictObject({ column: text, reference: text, values: z.array(text) })),
    slopes: z.array(z.strictObject({ term: text, level: text })),
    weights: text.nullable(),
  }),
  status: z.enum(['converged', 'singular', 'not-converged']),
  fixed: z.array(
    z.strictObject({
      column: text,
      estimate: number,
      standardError: number,
      degrees: number,
      lower: number,
      upper: number,
    }),
  ),
  fixedCovariance: matrix,
  random: z.array(
    z.strictObject({
      level: text,
      groups: z.int(),
      columns: z.array(text),
      covariance: matrix,
      standardDeviations: z.array(number),
      correlations: z.array(z.array(number.nullable())),
      singular: z.boolean(),
      intraclass: z.strictObject({ atZero: number, atMean: number }),
    }),
  ),
  residualVariance: number,
  logLikelihood: number,
  criterion: number,
  parameters: z.int(),
  aic: number,
  bic: number,
  optimality: z.strictObject({
    distance: number,
    smallestCurvature: number.nullable(),
    boundary: z.array(z.strictObject({ level: text, derivative: number })),
    evaluations: z.int(),
    optima: z.int(),
  }),
  effects: z.array(
    z.strictObject({
      level: text,
      columns: z.array(text),
      at: z.record(text, number),
      toldApart: z
        .strictObject({ pairs: z.int(), apart: z.int(), share: number, multiplier: number })
        .nullable(),
      groups: z.array(
        z.strictObject({
          path: z.array(text),
          rows: z.int(),
          effect: number,
          estimates: z.array(number),
          comparativeSds: z.array(number),
          diagnosticSds: z.array(number),
          interval: z.strictObject({ lower: number, upper: number, standardDeviation: number }).nullable(),
        }),
      ),
    }),
  ),
});
