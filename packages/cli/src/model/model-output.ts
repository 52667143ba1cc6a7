import {
  type FittedModel,
  type ModelReading,
  type Slope,
  type ToldApart,
  toldApart,
} from '@collegial/indicators';
import {
  columnMeans,
  type EffectInterval,
  effectIntervals,
  type MultilevelFit,
  studentTQuantile,
} from '@collegial/statistics';
import type { ModelFormula } from './model-formula.ts';
import type { Table } from './open-table.ts';
import type { TypedRows } from './typed-rows.ts';

/** An interval; 95 % throughout. */
interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** What `collegial model --json` prints; every field is explained in `docs/guides/command-line.md`. */
export interface ModelOutput {
  readonly input: {
    readonly file: string;
    readonly encoding: string;
    readonly delimiter: string;
    readonly decimalComma: readonly string[];
    readonly rows: ModelReading['rows'];
  };
  readonly model: {
    readonly method: 'REML' | 'ML';
    readonly outcome: string;
    readonly levels: readonly string[];
    readonly terms: ModelReading['terms'];
    readonly categories: ModelReading['categories'];
    readonly slopes: readonly Required<Slope>[];
    readonly weights: string | null;
  };
  readonly status: MultilevelFit['status'];
  readonly fixed: readonly (Bounds & {
    readonly column: string;
    readonly estimate: number;
    readonly standardError: number;
    readonly degrees: number;
  })[];
  readonly fixedCovariance: MultilevelFit['fixedCovariance'];
  readonly random: readonly LevelVariances[];
  readonly residualVariance: number;
  readonly logLikelihood: number;
  readonly criterion: number;
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  readonly optimality: MultilevelFit['optimality'];
  readonly effects: readonly LevelOutput[];
}

/** Variances of the random effects of one level. */
export type LevelVariances = Pick<
  MultilevelFit['random'][number],
  | 'level'
  | 'groups'
  | 'columns'
  | 'covariance'
  | 'standardDeviations'
  | 'correlations'
  | 'singular'
  | 'intraclass'
>;

/** Effects of the groups of one level. */
export interface LevelOutput {
  readonly level: string;
  readonly columns: readonly string[];
  /** Where the groups are compared: the mean of each column with a slope. Empty without slopes. */
  readonly at: Readonly<Record<string, number>>;
  /** `null` of a fit that is no optimum. */
  readonly toldApart: ToldApart | null;
  readonly groups: readonly GroupOutput[];
}

/** The effect of one group. */
export interface GroupOutput {
  readonly path: readonly string[];
  readonly rows: number;
  /** The shrunken effect at {@link LevelOutput.at}. */
  readonly effect: number;
  readonly estimates: readonly number[];
  readonly comparativeSds: readonly number[];
  readonly diagnosticSds: readonly number[];
  /** Interval of the true effect there. */
  readonly interval: (Bounds & { readonly standardDeviation: number }) | null;
}

/** So many degrees of freedom are those of a normal distribution. */
const manyDegrees = 1e9;

/** Everything about a fitted model, in the order in which people ask. */
export function modelOutput(
  { reading, fit }: FittedModel,
  table: Pick<Table, 'file' | 'encoding' | 'delimiter'>,
  { decimalComma }: Pick<TypedRows, 'decimalComma'>,
  formula: ModelFormula,
): ModelOutput {
  const { file, encoding, delimiter } = table;
  const lowest = formula.groups.at(-1) as string;
  return {
    input: { file, encoding, delimiter, decimalComma, rows: reading.rows },
    model: {
      method: fit.method,
      outcome: formula.outcome,
      levels: formula.groups,
      terms: reading.terms,
      categories: reading.categories,
      slopes: formula.slopes.map(({ term, level = lowest }) => ({ term, level })),
      weights: formula.weights,
    },
    status: fit.status,
    fixed: fit.fixed.map(({ column, estimate, standardError, degrees: found }) => {
      // JSON has no infinity.
      const degrees = Math.min(found, manyDegrees);
      const half = studentTQuantile(0.975, degrees) * standardError;
      return { column, estimate, standardError, degrees, lower: estimate - half, upper: estimate + half };
    }),
    fixedCovariance: fit.fixedCovariance,
    random: fit.random.map(
      ({ level, groups, columns, covariance, standardDeviations, correlations, singular, intraclass }) => ({
        level,
        groups,
        columns,
        covariance,
        standardDeviations,
        correlations,
        singular,
        intraclass,
      }),
    ),
    residualVariance: fit.residualVariance,
    logLikelihood: fit.logLikelihood,
    criterion: fit.criterion,
    parameters: fit.parameters,
    aic: fit.aic,
    bic: fit.bic,
    optimality: {
      distance: fit.optimality.distance,
      smallestCurvature: fit.optimality.smallestCurvature,
      boundary: fit.optimality.boundary,
      evaluations: fit.optimality.evaluations,
      optima: fit.optimality.optima,
    },
    effects: fit.effects.map(({ level, columns, groups }) => {
      const means = columnMeans(reading.statistics);
      const at = Object.fromEntries(columns.slice(1).map((column) => [column, means[column]!]));
      const found = intervalsOf(reading, fit, level, at);
      const intervals = new Map(found.map((interval) => [JSON.stringify(interval.path), interval]));
      return {
        level,
        columns,
        at,
        toldApart: found.length === 0 ? null : toldApart(found),
        groups: groups.map(({ path, rows, estimates, comparativeSds, diagnosticSds }) => {
          const own = intervals.get(JSON.stringify(path));
          return {
            path,
            rows,
            effect: estimates.reduce((sum, value, index) => sum + value * (at[columns[index]!] ?? 1), 0),
            estimates,
            comparativeSds,
            diagnosticSds,
            interval:
              own === undefined
                ? null
                : { lower: own.lower, upper: own.upper, standardDeviation: own.standardDeviation },
          };
        }),
      };
    }),
  };
}

/** Of a fit that has no optimum there is nothing to be said. */
function intervalsOf(
  { statistics }: ModelReading,
  fit: MultilevelFit,
  level: string,
  at: LevelOutput['at'],
): EffectInterval[] {
  return fit.status === 'not-converged' ? [] : effectIntervals(statistics, fit, { level, at });
}
