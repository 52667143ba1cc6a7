import { ModelError } from '../model-error.ts';
import type { MultilevelFit } from './multilevel-fit.ts';

/** A sum of fixed effects. */
export interface Contrast {
  readonly estimate: number;
  readonly standardError: number;
}

/** Result of {@link contextualEffect}. */
export interface ContextualEffect {
  /** Difference in the outcome between two rows of the same group that differ by 1 in the covariate. */
  readonly within: Contrast;
  /** Difference between the means of two groups that differ by 1 in the mean of the covariate. */
  readonly between: Contrast;
  /** Between less within: the difference between two rows with the same value in two such groups. */
  readonly contextual: Contrast;
}

/**
 * Tells apart what a covariate does within groups and between them, from a fit that has both it and its mean per group: see {@link addGroupMeans}.
 *
 * Reference: A. S. Bryk and S. W. Raudenbush, *Hierarchical Linear Models*, 2nd edition (2002), 5.7; B. Mundlak, Econometrica 46 (1978).
 *
 * @throws ModelError for a column without a fixed effect
 *
 * @example
 * ```ts
 * import { addGroupMeans, contextualEffect, fitMultilevel, type ModelStatistics } from '@collegial/statistics';
 *
 * const intake = (statistics: ModelStatistics) =>
 *   contextualEffect(fitMultilevel(addGroupMeans(statistics, { columns: ['prior'], level: 'school' })), {
 *     column: 'prior',
 *     mean: 'prior: mean of school',
 *   });
 * ```
 */
export function contextualEffect(
  { fixed, fixedCovariance }: MultilevelFit,
  { column, mean }: { readonly column: string; readonly mean: string },
): ContextualEffect {
  const [own, group] = [column, mean].map((name) => {
    const index = fixed.findIndex((effect) => effect.column === name);
    if (index >= 0) return index;
    throw new ModelError('unknown-name', `The fit has no fixed effect of ${name}.`, { columns: [name] });
  }) as [number, number];
  const single = (index: number): Contrast => ({
    estimate: fixed[index]!.estimate,
    standardError: fixed[index]!.standardError,
  });
  return {
    within: single(own),
    contextual: single(group),
    between: {
      estimate: fixed[own]!.estimate + fixed[group]!.estimate,
      standardError: Math.sqrt(
        fixedCovariance[own]![own]! + fixedCovariance[group]![group]! + 2 * fixedCovariance[own]![group]!,
      ),
    },
  };
}
