import { type IntervalOptions, upperProbability } from '../intervals/interval.ts';
import { solveLower } from '../linear-algebra/cholesky.ts';
import { ModelError } from '../model-error.ts';
import type { LevelWork } from './climb.ts';
import { Criterion } from './criterion.ts';
import { standardEffect } from './group-effects.ts';
import { mixtureInterval } from './mixture-interval.ts';
import { modelDesign } from './model-design.ts';
import type { ModelStatistics } from './model-statistics.ts';
import type { MultilevelFit } from './multilevel-fit.ts';
import { findOptimum } from './optimum.ts';
import { posterior } from './posterior.ts';

/** Options of {@link effectIntervals}. */
export interface EffectIntervalOptions extends IntervalOptions {
  /** Default: the innermost level whose effects the fit holds. */
  readonly level?: string;
  /** Where effects are compared, for a level with random slopes: values of its columns, on the scale of the data. Default: 0 for all. */
  readonly at?: Readonly<Record<string, number>>;
  /** The effect of one column instead – `intercept` or a slope. Not together with `at`. */
  readonly column?: string;
}

/** One group's effect with an interval for its true value. */
export interface EffectInterval {
  readonly path: readonly string[];
  readonly rows: number;
  /** Best linear unbiased prediction, as in the fit. */
  readonly estimate: number;
  /** Mean over what the variances may be; differs from the estimate where there are few groups. */
  readonly mean: number;
  /** Standard deviation of the true effect, with the uncertainty of fixed effects and variances. */
  readonly standardDeviation: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Intervals for the true effects of the groups of one level, for a caterpillar plot against the mean. Unlike ± 1.96 comparative standard deviations, they
 * carry what is not known about the fixed effects and the variances: given the variances, an effect has a t distribution about its prediction (residual
 * variance and fixed effects integrated out); these are mixed over what the restricted likelihood says of the variances. Measured coverage stands in
 * the guide on multilevel models.
 *
 * Reference: R. E. Kass and D. Steffey, “Approximate Bayesian inference in conditionally independent hierarchical models”, Journal of the American
 * Statistical Association 84 (1989); G. K. Robinson, “That BLUP is a good thing”, Statistical Science 6 (1991).
 *
 * @param statistics those that the fit was made from
 * @throws ModelError for a level or column that the fit does not have
 *
 * @example
 * ```ts
 * import { effectIntervals, fitMultilevel, type ModelStatistics } from '@collegial/statistics';
 *
 * const caterpillar = (statistics: ModelStatistics) =>
 *   effectIntervals(statistics, fitMultilevel(statistics)).toSorted((a, b) => a.estimate - b.estimate);
 * ```
 */
export function effectIntervals(
  statistics: ModelStatistics,
  fit: MultilevelFit,
  options: EffectIntervalOptions = {},
): EffectInterval[] {
  const probability = upperProbability(options);
  const level = options.level ?? fit.effects.at(-1)?.level ?? '–';
  const effects = fit.effects.find((part) => part.level === level);
  if (!effects)
    throw new ModelError('unknown-name', `The fit holds no effects of level ${level}.`, { level });
  const { restricted, theta } = restrictedAt(statistics, fit);
  const work = restricted.levels.find(({ design }) => design.name === level)!;
  const columns = combination(effects.columns, options);
  const gradient = new Float64Array(restricted.parameters);
  const parts = posterior(restricted, theta).map((place) => {
    restricted.evaluate(place.theta, gradient);
    return { weight: place.weight, ...conditional(restricted, work, columns) };
  });
  return effects.groups.map(({ path, rows, estimates }, node) => ({
    path,
    rows,
    estimate: estimates.reduce((sum, value, index) => sum + value * columns[index]!, 0),
    ...mixtureInterval(
      parts.map(({ weight, means, sds }) => ({ weight, mean: means[node]!, sd: sds[node]! })),
      restricted.degrees,
      probability,
    ),
  }));
}

/** How the effects of a level are put together: that of one column, or of all at one place. */
function combination(columns: readonly string[], { at, column }: EffectIntervalOptions): number[] {
  const unknown = [...Object.keys(at ?? {}), ...(column === undefined ? [] : [column])].filter(
    (name) => !columns.includes(name),
  );
  if (unknown.length > 0 || (at && column !== undefined)) {
    throw new ModelError(
      'unknown-name',
      unknown.length > 0
        ? `The level has no random effect of ${unknown.join(', ')}, only of ${columns.join(', ')}.`
        : 'Ask for the effect of one column, or for the effect at a place, not for both.',
      { columns: unknown },
    );
  }
  if (column !== undefined) return columns.map((name) => (name === column ? 1 : 0));
  return columns.map((name) => (name === 'intercept' ? 1 : (at?.[name] ?? 0)));
}

/** The restricted likelihood, and where it is highest: at the fit, unless that is by full maximum likelihood. */
function restrictedAt(statistics: ModelStatistics, fit: MultilevelFit) {
  const design = modelDesign(statistics, {
    fixed: fit.fixed.map(({ column }) => column),
    random: Object.fromEntries(
      fit.random.map(({ level, columns, independent }) => [
        level,
        { columns, covariance: independent ? ('independent' as const) : ('full' as const) },
      ]),
    ),
  });
  const restricted = new Criterion(design, true, statistics.columns);
  if (fit.method === 'ML') return { restricted, theta: findOptimum(restricted).theta };
  const theta = fit.random
    .toReversed()
    .flatMap(({ factor, columns, independent }) =>
      independent ? columns.map((_, row) => factor[(row * (row + 3)) / 2]!) : factor,
    );
  return { restricted, theta: Float64Array.from(theta) };
}

/** For every group, the mean and the scale of the t distribution of the combined effect, given the variances of the last evaluation. */
function conditional(
  criterion: Criterion,
  work: LevelWork,
  columns: readonly number[],
): { readonly means: Float64Array; readonly sds: Float64Array } {
  const { fixedFactor, design, variance } = criterion;
  const { size, reduced, covariance } = work;
  const { random, nodes, toData } = work.design;
  const { scale } = design.standardised.transform.at(-1)!;
  const own = Array.from({ length: random }, (_, j) =>
    columns.reduce((sum, value, i) => sum + scale * value * toData[i * random + j]!, 0),
  );
  // the combination of Γ's rows, for the pull of the fixed effects
  const pull = own.map((_, j) => own.reduce((sum, value, i) => sum + value * covariance[i * random + j]!, 0));
  const count = design.fixed.length;
  const shift = new Float64Array(count);
  const means = new Float64Array(nodes);
  const sds = new Float64Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    const { estimate, explained } = standardEffect(criterion, work, node);
    let square = 0;
    shift.fill(0);
    for (let i = 0; i < random; i += 1) {
      means[node]! += own[i]! * estimate[i]!;
      for (let j = 0; j < random; j += 1) {
        square += own[i]! * own[j]! * (covariance[i * random + j]! - explained[i * random + j]!);
      }
      const start = (node * random + i) * size;
      for (let k = 0; k < count; k += 1) shift[k]! += pull[i]! * reduced[start + design.fixed[k]!]!;
    }
    solveLower(fixedFactor, count, shift);
    for (let k = 0; k < count; k += 1) square += shift[k]! ** 2;
    sds[node] = Math.sqrt(Math.max(variance * square, 0));
  }
  return { means, sds };
}
