import { readFileSync } from 'node:fs';
import type { ModelStatistics } from '../model-statistics.ts';
import type { RandomPart } from '../multilevel-options.ts';

/** What lme4 says of one model. */
export interface Expected {
  readonly fixed: readonly number[];
  readonly standardErrors: readonly number[];
  /** By lme4's name of the grouping factor, in the order in which it prints them. */
  readonly covariances: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly residualVariance: number;
  readonly logLikelihood: number;
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  readonly singular: boolean;
  readonly effects: Readonly<
    Record<
      string,
      {
        readonly columns: readonly string[];
        readonly names: readonly string[];
        readonly estimates: readonly (readonly number[])[];
        readonly sds: readonly (readonly number[])[];
      }
    >
  >;
}

/** One model of a fixture. */
export interface ExpectedFit {
  readonly formula: string;
  readonly method: 'REML' | 'ML';
  readonly random: Readonly<Record<string, RandomPart>>;
  readonly fixed: readonly string[];
  readonly expected: Expected;
}

/** Cross products per group of a public data set, neither centred nor scaled, and fits of lme4 to its rows. */
export interface Fixture {
  readonly provenance: { readonly program: string; readonly set: string; readonly call: string };
  readonly statistics: ModelStatistics;
  readonly fits: readonly ExpectedFit[];
}

type Entry = [path: string[], rows: number, logWeights: number, products: number[]];

/** Reads a file that `lme4.R` wrote. */
export function readFixture(file: string | URL): Fixture {
  const { provenance, statistics, fits } = JSON.parse(readFileSync(file, 'utf8'));
  const { columns, outcome, levels, groups } = statistics;
  return {
    provenance,
    fits,
    statistics: {
      columns,
      outcome,
      levels,
      transform: Array.from({ length: columns.length + 1 }, () => ({ centre: 0, scale: 1 })),
      groups: groups.map(([path, rows, logWeights, products]: Entry) => ({
        path,
        rows,
        logWeights,
        products: Float64Array.from(products),
      })),
    },
  };
}
