import { normalQuantile } from '../distributions/normal-quantile.ts';
import type { Interval } from '../intervals/interval.ts';
import type { DepartmentSums } from './department-sums.ts';

/** An estimate drawn to the mean of all, with the interval of the true value. */
export interface Shrunken {
  readonly value: number;
  /** `null` when departments do not differ by more than chance explains: then nothing is left to be uncertain about. */
  readonly interval: Interval | null;
  /** Share of the residual that is kept, 0–1. */
  readonly reliability: number;
}

/**
 * Draws each residual to 0 by its reliability, τ² / (τ² + error²): the best guess when departments differ by τ. The error is that of the
 * pooled residual variance, since the own one of a small department is no better than chance. τ² by the method of moments.
 *
 * References: R. DerSimonian and N. Laird, “Meta-analysis in clinical trials”, Controlled Clinical Trials 7 (1986); B. Efron and C. Morris (1973).
 */
export function shrinkDepartments(
  departments: readonly (DepartmentSums & { readonly usable: boolean })[],
  residualDeviation: number | null,
  upper: number,
): { deviation: number | null; shrunken: readonly (Shrunken | null)[] } {
  const usable = departments.filter((department) => department.usable);
  if (residualDeviation === null || residualDeviation === 0 || usable.length < 3)
    return { deviation: null, shrunken: departments.map(() => null) };
  const errorOf = ({ design }: DepartmentSums) => design * residualDeviation ** 2;
  let weights = 0;
  let heterogeneity = 0;
  for (const department of usable) {
    const weight = 1 / errorOf(department);
    weights += weight;
    heterogeneity += weight * department.residual ** 2;
  }
  const variance = Math.max(0, (heterogeneity - usable.length) / weights);
  const z = normalQuantile(upper);
  return {
    deviation: Math.sqrt(variance),
    shrunken: departments.map((department) => {
      if (!department.usable) return null;
      const reliability = variance / (variance + errorOf(department));
      if (reliability === 0) return { value: 0, interval: null, reliability };
      const value = reliability * department.residual;
      const half = z * Math.sqrt(reliability * errorOf(department));
      return { value, interval: { lower: value - half, upper: value + half }, reliability };
    }),
  };
}
