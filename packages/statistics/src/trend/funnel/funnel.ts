import { normalProbability } from '../../distributions/normal-probability.ts';
import { normalQuantile } from '../../distributions/normal-quantile.ts';
import type { Interval } from '../../intervals/interval.ts';
import { requireThat } from '../../require-that.ts';
import { type Adjustment, adjustProbabilities } from '../comparisons/adjust-probabilities.ts';
import { exactLimit } from './exact-limit.ts';
import { type FunnelKind, type FunnelPoint, funnelKinds } from './funnel-kinds.ts';
import { midProbability } from './mid-probability.ts';
import { type Overdispersion, overdispersion } from './overdispersion.ts';

/** Options of {@link funnel}. */
export interface FunnelOptions {
  /** What all are held against. Default: the figure of all together. */
  readonly target?: number;
  /**
   * What to do where figures differ more than chance explains. `additive` (default): institutions truly differ by τ · `multiplicative`: errors
   * are larger by √φ · `none`. Nothing is done where chance explains all.
   */
  readonly overdispersion?: 'additive' | 'multiplicative' | 'none';
  /** How many comparisons at once are allowed for. Default `benjamini-hochberg`. */
  readonly adjustment?: Adjustment;
  /** Share of false calls, or chance of one, that is accepted. Default 0.05. */
  readonly error?: number;
}

/** Where a figure lies. */
export interface FunnelFigure {
  readonly id: string;
  readonly value: number;
  /** Number of people, expected events or inverse variance: what the funnel narrows with. */
  readonly size: number;
  /** Limits between which 95 % and 99.8 % would lie, if only chance (and overdispersion) were at work. */
  readonly limits95: Interval;
  readonly limits998: Interval;
  readonly beyond: '95' | '99.8' | null;
  /** Two-sided probability of a figure so far from the target, and the same with all comparisons allowed for. */
  readonly probability: number;
  readonly adjustedProbability: number;
  /** What can be said with all comparisons made at once. */
  readonly standing: 'above' | 'below' | 'not-told-apart';
}

/** What {@link funnel} gives. */
export interface Funnel {
  readonly target: number;
  readonly overdispersion: Overdispersion | null;
  /** Whether limits were widened for it. */
  readonly widened: 'additive' | 'multiplicative' | 'none';
  /** In the order given. */
  readonly figures: readonly FunnelFigure[];
  /** Ids of figures without anything to measure by: no people, no expected event. */
  readonly leftOut: readonly string[];
  /** The limits at a size, for drawing the lines. */
  limitsAt(size: number, probability: number): Interval;
}

/**
 * Funnel plot: figures of many schools against one target with limits that are wide for small ones, so that nobody is called different for being small. The
 * lines are for looking: of a hundred schools that do not differ, five lie beyond 95 %. What may be claimed is `standing`, which allows for all
 * comparisons made. Limits of proportions and rates are exact (binomial, Poisson) unless they are widened for overdispersion.
 *
 * Reference: D. J. Spiegelhalter, “Funnel plots for comparing institutional performance”, Statistics in Medicine 24 (2005).
 *
 * @throws RangeError when a figure is impossible, an id repeats or the target is out of range
 *
 * @example
 * ```ts
 * import { funnel } from '@collegial/statistics';
 *
 * const { figures } = funnel('proportion', [
 *   { id: 'a', count: 30, of: 100 }, { id: 'b', count: 25, of: 100 }, { id: 'c', count: 2, of: 100 },
 * ], { target: 0.25, overdispersion: 'none' });
 * figures.map(({ standing }) => standing); // ['not-told-apart', 'not-told-apart', 'below']
 * ```
 */
export function funnel<Kind extends FunnelKind>(
  kind: Kind,
  points: readonly FunnelPoint<Kind>[],
  options: FunnelOptions = {},
): Funnel {
  const { overdispersion: wanted = 'additive', adjustment = 'benjamini-hochberg', error = 0.05 } = options;
  requireThat(error > 0 && error < 1, 'The accepted error must lie between 0 and 1.');
  requireThat(new Set(points.map(({ id }) => id)).size === points.length, 'Every id must be there once.');
  const { sizeOf, figureOf, pooled, errorAt, exact, check, inside } = funnelKinds[kind];
  for (const point of points) check(point);
  const used = points.filter((point) => sizeOf(point) > 0);
  requireThat(used.length > 0 || options.target !== undefined, 'A funnel needs a figure or a target.');
  const target = options.target ?? pooled(used);
  requireThat(inside(target), 'The target must be a possible figure, not at its limit.');

  const spread =
    used.length < 2
      ? null
      : overdispersion(
          used.map((point) => figureOf(point) - target),
          used.map((point) => errorAt(target, sizeOf(point))),
        );
  const widened = spread?.present ? wanted : 'none';
  const errorOf = (size: number) => {
    const chance = errorAt(target, size);
    if (widened === 'additive') return Math.hypot(chance, Math.sqrt(spread!.betweenVariance));
    return widened === 'multiplicative' ? chance * Math.sqrt(spread!.factor) : chance;
  };
  const limitsAt = (size: number, probability: number): Interval => {
    const tail = (1 - probability) / 2;
    if (widened === 'none' && exact !== null) {
      const distribution = exact(target, size);
      return {
        lower: exactLimit(distribution, tail) / size,
        upper: exactLimit(distribution, 1 - tail) / size,
      };
    }
    const half = normalQuantile(1 - tail) * errorOf(size);
    const lowest = kind === 'mean' ? Number.NEGATIVE_INFINITY : 0;
    const highest = kind === 'proportion' ? 1 : Number.POSITIVE_INFINITY;
    return { lower: Math.max(lowest, target - half), upper: Math.min(highest, target + half) };
  };
  const probabilityOf = (point: FunnelPoint<Kind>) => {
    const size = sizeOf(point);
    if (widened === 'none' && exact !== null && 'count' in point)
      return midProbability(exact(target, size), point.count);
    return Math.min(1, 2 * normalProbability(-Math.abs(figureOf(point) - target) / errorOf(size)));
  };
  const probabilities = used.map(probabilityOf);
  const adjusted = adjustProbabilities(probabilities, adjustment);
  const figures = used.map((point, index): FunnelFigure => {
    const [value, size] = [figureOf(point), sizeOf(point)];
    const [limits95, limits998] = [limitsAt(size, 0.95), limitsAt(size, 0.998)];
    const outside = ({ lower, upper }: Interval) => value < lower || value > upper;
    const adjustedProbability = adjusted[index]!;
    return {
      id: point.id,
      value,
      size,
      limits95,
      limits998,
      beyond: outside(limits998) ? '99.8' : outside(limits95) ? '95' : null,
      probability: probabilities[index]!,
      adjustedProbability,
      standing: adjustedProbability > error ? 'not-told-apart' : value > target ? 'above' : 'below',
    };
  });
  const leftOut = points.filter((point) => sizeOf(point) <= 0).map(({ id }) => id);
  return { target, overdispersion: spread, widened, figures, leftOut, limitsAt };
}
