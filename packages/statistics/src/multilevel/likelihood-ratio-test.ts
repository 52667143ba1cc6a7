import { chiSquaredTail } from '../distributions/chi-squared-tail.ts';
import { ModelError } from '../model-error.ts';
import type { MultilevelFit } from './multilevel-fit.ts';

/** Result of {@link likelihoodRatioTest}. */
export interface LikelihoodRatioTest {
  /** Difference of the criteria, at least 0. */
  readonly statistic: number;
  /** Parameters that the larger model has more. */
  readonly degrees: number;
  /** Degrees of freedom of the chi-squared distributions that are mixed, in equal parts; one when there is nothing to mix. */
  readonly mixture: readonly number[];
  readonly probability: number;
  /** False when the reference distribution is only a bound: the true probability is smaller. */
  readonly exact: boolean;
}

/**
 * Compares two fits of which the smaller is a special case of the larger. When the larger has one random effect more at one level, its variance is at the boundary
 * under the smaller model, and the statistic follows a 50:50 mixture of chi-squared with q and q + 1 degrees of freedom, q being the covariances
 * that come with it; the plain chi-squared would miss effects. For more than one, the plain chi-squared is given as a bound.
 *
 * Fits by REML may differ in their random parts alone, because REML leaves out another part of the data for other fixed effects.
 *
 * Reference: S. G. Self and K.-Y. Liang, Journal of the American Statistical Association 82 (1987); D. O. Stram and J. W. Lee, Biometrics 50
 * (1994).
 *
 * @throws ModelError when the fits must not be compared
 *
 * @example
 * ```ts
 * import { fitMultilevel, likelihoodRatioTest, type ModelStatistics } from '@collegial/statistics';
 *
 * // do schools differ at all?
 * const schoolsDiffer = (statistics: ModelStatistics) =>
 *   likelihoodRatioTest(fitMultilevel(statistics, { random: {} }), fitMultilevel(statistics)).probability;
 * ```
 */
export function likelihoodRatioTest(smaller: MultilevelFit, larger: MultilevelFit): LikelihoodRatioTest {
  refuseUnlessComparable(smaller, larger);
  const degrees = larger.parameters - smaller.parameters;
  const statistic = Math.max(0, smaller.criterion - larger.criterion);
  const fixedMore = larger.fixed.length - smaller.fixed.length;
  const randomMore = extraEffects(smaller, larger);
  const effects = randomMore.reduce((sum, { effects: count }) => sum + count, 0);
  if (effects === 1 && fixedMore === 0) {
    const mixture = [degrees - 1, degrees];
    return { statistic, degrees, mixture, probability: mixed(statistic, mixture), exact: true };
  }
  return {
    statistic,
    degrees,
    mixture: [degrees],
    probability: chiSquaredTail(statistic, degrees),
    exact: effects === 0,
  };
}

function mixed(statistic: number, degrees: readonly number[]): number {
  const tails = degrees.map((count) =>
    count === 0 ? (statistic > 0 ? 0 : 1) : chiSquaredTail(statistic, count),
  );
  return tails.reduce((sum, tail) => sum + tail, 0) / tails.length;
}

function refuseUnlessComparable(smaller: MultilevelFit, larger: MultilevelFit): void {
  const refuse = (wrong: boolean, message: string) => {
    if (wrong) throw new ModelError('not-comparable', message);
  };
  refuse(smaller.method !== larger.method, 'One fit is by REML and one by ML: fit both by the same method.');
  refuse(
    smaller.outcome !== larger.outcome || smaller.rows !== larger.rows,
    `The fits are not of the same rows: ${smaller.rows} of ${smaller.outcome} and ${larger.rows} of ${larger.outcome}.`,
  );
  refuse(
    [smaller, larger].some(({ status }) => status === 'not-converged'),
    'One of the fits has not converged: there is no likelihood to compare.',
  );
  const names = larger.fixed.map(({ column }) => column);
  const nested = smaller.fixed.every(({ column }) => names.includes(column));
  refuse(!nested, 'The first fit has fixed effects that the second has not: it is no special case of it.');
  refuse(
    smaller.method === 'REML' && smaller.fixed.length !== larger.fixed.length,
    'Fits by REML with different fixed effects cannot be compared: fit both by ML.',
  );
  refuse(larger.parameters <= smaller.parameters, 'The second fit must have more parameters than the first.');
  extraEffects(smaller, larger);
}

/** Random effects that the larger fit has more, level by level. */
function extraEffects(smaller: MultilevelFit, larger: MultilevelFit): { level: string; effects: number }[] {
  for (const { level } of smaller.random) {
    if (!larger.random.some((other) => other.level === level)) {
      throw new ModelError(
        'not-comparable',
        `The first fit has random effects at level ${level} and the second has not.`,
        {
          level,
        },
      );
    }
  }
  return larger.random.map(({ level, columns, independent }) => {
    const before = smaller.random.find((other) => other.level === level);
    const gone = (before?.columns ?? []).filter((column) => !columns.includes(column));
    if (gone.length > 0 || (before && independent && !before.independent && before.columns.length > 1)) {
      throw new ModelError(
        'not-comparable',
        `At level ${level} the first fit is no special case of the second.`,
        {
          columns: gone,
          level,
        },
      );
    }
    return { level, effects: columns.length - (before?.columns.length ?? 0) };
  });
}
