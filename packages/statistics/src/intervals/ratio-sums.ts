import { requireThat } from '../require-that.ts';

/**
 * Sums over independent units (students) that each contribute a part `a` out of `p`: sessions attended out of sessions
 * possible. They are all that a ratio and its interval need, and they add up over disjoint sets of units.
 */
export interface RatioSums {
  /** Number of units. */
  readonly units: number;
  /** Σ a. */
  readonly numerator: number;
  /** Σ p. */
  readonly denominator: number;
  /** Σ a². */
  readonly numeratorSquares: number;
  /** Σ a p. */
  readonly products: number;
  /** Σ p². */
  readonly denominatorSquares: number;
}

/**
 * Variance of the ratio Σa / Σp when units, not sessions, are independent: the linearised variance of a ratio estimator
 * with n / (n − 1), as survey software gives for clusters drawn with replacement.
 *
 * Reference: W. G. Cochran, *Sampling Techniques*, 3rd ed. (1977), section 6.3.
 *
 * @throws RangeError with fewer than two units or a denominator of 0
 */
export function ratioVariance(sums: RatioSums): number {
  requireThat(sums.units >= 2, 'The variance of a ratio needs at least two units.');
  requireThat(sums.denominator > 0, 'The variance of a ratio needs a denominator above 0.');
  const ratio = sums.numerator / sums.denominator;
  const residual =
    sums.numeratorSquares - 2 * ratio * sums.products + ratio * ratio * sums.denominatorSquares;
  return ((sums.units / (sums.units - 1)) * Math.max(0, residual)) / sums.denominator ** 2;
}
