import { boundaryDerivative, outwardDerivative } from './boundary-derivative.ts';
import { Criterion } from './criterion.ts';
import { distanceOf } from './curvature.ts';
import { fixedPart } from './fixed-effects.ts';
import { groupEffects } from './group-effects.ts';
import { modelDesign } from './model-design.ts';
import type { ModelStatistics } from './model-statistics.ts';
import type { MultilevelFit } from './multilevel-fit.ts';
import type { MultilevelOptions } from './multilevel-options.ts';
import { findOptimum } from './optimum.ts';
import { randomLevels, residualVariance } from './random-levels.ts';

/** Further than this from the stationary point, in standard errors of the variance parameters, a fit has not converged. */
const farthest = 1e-3;

/**
 * Fits a linear model with random intercepts and slopes at any number of nested levels, by restricted or full maximum likelihood, from
 * cross products per lowest group: what it costs depends on the number of groups, not of rows. The estimates, their standard errors, the
 * log-likelihood and the effects of the groups are those of lme4 on the rows themselves.
 *
 * Precision weights w are those of lme4: the variance of a row about its group is the residual variance ÷ w. A fit at the boundary of the parameter
 * space is `singular`, after a check that no direction leads to a better one.
 *
 * Reference: H. Goldstein, *Multilevel Statistical Models*, 4th edition (2011); D. Bates, M. Mächler, B. Bolker and S. Walker, “Fitting linear
 * mixed-effects models using lme4”, Journal of Statistical Software 67 (2015).
 *
 * @throws ModelError when the columns are collinear, the outcome is constant, or there are too few rows or groups
 *
 * @example
 * ```ts
 * import { fitMultilevel, modelStatistics } from '@collegial/statistics';
 *
 * const statistics = modelStatistics({
 *   levels: ['school'],
 *   outcome: 'points',
 *   columns: ['prior'],
 *   rows: [
 *     { path: ['ash'], values: [3], outcome: 41 },
 *     { path: ['ash'], values: [5], outcome: 52 },
 *     { path: ['ash'], values: [4], outcome: 44 },
 *     { path: ['elm'], values: [3], outcome: 30 },
 *     { path: ['elm'], values: [4], outcome: 39 },
 *     { path: ['elm'], values: [5], outcome: 40 },
 *     { path: ['oak'], values: [2], outcome: 31 },
 *     { path: ['oak'], values: [5], outcome: 45 },
 *   ],
 * });
 * const { status, fixed, random } = fitMultilevel(statistics);
 * status; // 'converged'
 * ```
 */
export function fitMultilevel(statistics: ModelStatistics, options: MultilevelOptions = {}): MultilevelFit {
  const method = options.method ?? 'REML';
  const design = modelDesign(statistics, options);
  const criterion = new Criterion(design, method === 'REML', statistics.columns);
  const { theta, fixedAtZero, optima } = findOptimum(criterion);
  const chosen = Array.from(theta, (_, index) => index).filter((index) => !fixedAtZero.includes(index));
  const { fixed, covariance, curvature } = fixedPart(criterion, theta, chosen, statistics.columns);
  const random = randomLevels(criterion, fixedAtZero);
  const boundary = criterion.levels
    .filter(({ design: { name } }) => random.some(({ level, singular }) => singular && level === name))
    .map((work) => ({ level: work.design.name, derivative: outwardDerivative(work) }))
    .reverse();
  const distance = distanceOf(curvature);
  const smallest = curvature.eigen.values[0] ?? null;
  const most = Math.max(...curvature.eigen.values.map(Math.abs));
  // away from the boundary, a direction without curvature means that the data do not say which variance is which
  const curves = smallest === null || smallest > (fixedAtZero.length > 0 ? -1e-6 : 1e-10) * most;
  const optimal =
    distance <= farthest &&
    curves &&
    criterion.levels.every((work) => boundaryDerivative(work).derivative >= 0);
  const { rows } = design.standardised;
  const value = curvature.value + jacobian(criterion);
  const parameters = fixed.length + criterion.parameters + 1;
  return {
    method,
    status: optimal ? (fixedAtZero.length > 0 ? 'singular' : 'converged') : 'not-converged',
    outcome: statistics.outcome,
    rows,
    fixed,
    fixedCovariance: covariance,
    random,
    residualVariance: residualVariance(criterion),
    logLikelihood: -value / 2,
    criterion: value,
    parameters,
    aic: value + 2 * parameters,
    bic: value + Math.log(rows) * parameters,
    optimality: {
      distance,
      smallestCurvature: smallest,
      boundary,
      evaluations: criterion.evaluations,
      optima,
    },
    effects: groupEffects(criterion, options.effects ?? design.levels.map(({ name }) => name)),
  };
}

/** What the criterion of the data has more than that of standardised columns: a density depends on its unit, and REML also on the columns'. */
function jacobian({ design: { standardised, fixed }, restricted, degrees }: Criterion): number {
  const { transform, size } = standardised;
  const columns = fixed.reduce((sum, index) => sum + 2 * Math.log(Math.abs(transform[index]!.scale)), 0);
  return 2 * degrees * Math.log(Math.abs(transform[size - 1]!.scale)) + (restricted ? columns : 0);
}
