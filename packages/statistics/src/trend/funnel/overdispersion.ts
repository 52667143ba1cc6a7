import { requireThat } from '../../require-that.ts';
import { quantile } from '../../spread/quantile.ts';

/** How much more figures differ than chance explains. */
export interface Overdispersion {
  /** Mean squared standardised distance from the target; 1 where chance explains all. */
  readonly factor: number;
  /** Variance between institutions beyond chance, τ², in the squared unit of the figure. */
  readonly betweenVariance: number;
  /** Whether the factor is above what chance gives: 1 + 2 √(2 ÷ figures). */
  readonly present: boolean;
}

/**
 * Overdispersion of figures around a target, from standardised distances of which the outermost tenth on either side was drawn in (winsorised), so that the
 * outliers that one looks for do not hide themselves. τ² by the method of moments, never below 0.
 *
 * Reference: D. J. Spiegelhalter, “Handling over-dispersion of performance indicators”, Quality and Safety in Health Care 14 (2005); DerSimonian and Laird (1986).
 *
 * @param distances value less target
 * @param errors standard error of each at the target
 * @param winsorised share drawn in on either side, default 0.1
 * @throws RangeError with fewer than two figures or errors that are not above 0
 */
export function overdispersion(
  distances: readonly number[],
  errors: readonly number[],
  winsorised = 0.1,
): Overdispersion {
  requireThat(
    distances.length >= 2 && distances.length === errors.length,
    'Overdispersion needs two figures or more, each with an error.',
  );
  requireThat(
    errors.every((error) => error > 0),
    'Every error must be above 0.',
  );
  requireThat(winsorised >= 0 && winsorised < 0.5, 'The share drawn in must lie between 0 and a half.');
  const scores = distances.map((distance, index) => distance / errors[index]!);
  const [low, high] = [quantile(scores, winsorised), quantile(scores, 1 - winsorised)];
  const size = scores.length;
  const factor = scores.reduce((sum, z) => sum + Math.min(high, Math.max(low, z)) ** 2, 0) / size;
  const weights = errors.map((error) => error ** -2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const squares = weights.reduce((sum, weight) => sum + weight ** 2, 0);
  const scale = total - squares / total;
  return {
    factor,
    betweenVariance: Math.max(0, (size * factor - (size - 1)) / scale),
    present: factor > 1 + 2 * Math.sqrt(2 / size),
  };
}
