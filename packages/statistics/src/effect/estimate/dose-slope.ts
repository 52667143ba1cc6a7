import { clusteredFit } from '../regression/clustered-fit.ts';
import { contrastTest, type Estimate } from '../regression/contrast-test.ts';

/** A figure of a group in a year beside how closely its schools worked together. */
export interface DoseRow {
  /** What moves together: the group. */
  readonly cluster: string;
  readonly dose: number;
  readonly value: number;
  /** Schools behind the figure. Default 1. */
  readonly weight?: number;
}

/**
 * By how much figures differ for each step of a dose, between groups and years together, with the uncertainty of whole groups. It orders nothing in
 * time and excludes nothing else that differs between groups. `null` below four groups, or where the dose does not vary.
 *
 * @example
 * ```ts
 * import { doseSlope } from '@collegial/statistics';
 *
 * const slope = doseSlope(['a', 'b', 'c', 'd'].map((cluster, dose) => ({ cluster, dose, value: 2 * dose + (dose % 2) })));
 * slope?.value.toFixed(2); // '2.20'
 * ```
 */
export function doseSlope(rows: readonly DoseRow[]): Estimate | null {
  const clusters = new Set(rows.map(({ cluster }) => cluster));
  const doses = new Set(rows.map(({ dose }) => dose));
  if (clusters.size < 4 || doses.size < 2) return null;
  const fit = clusteredFit({
    outcome: rows.map(({ value }) => value),
    design: rows.map(({ dose }) => [1, dose]),
    clusters: rows.map(({ cluster }) => cluster),
    weights: rows.map(({ weight = 1 }) => weight),
  });
  return contrastTest(fit, [0, 1]);
}
