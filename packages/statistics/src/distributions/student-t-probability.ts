import { requireThat } from '../require-that.ts';
import { incompleteBetaPair } from './incomplete-beta.ts';

/**
 * Probability that Student's t with given degrees of freedom is at most `t`, through the incomplete beta function.
 *
 * @param degrees positive, not necessarily whole
 * @throws RangeError when the degrees of freedom are not positive
 *
 * @example
 * ```ts
 * import { studentTProbability } from '@collegial/statistics';
 *
 * studentTProbability(1, 1).toFixed(3); // '0.750'
 * ```
 */
export function studentTProbability(t: number, degrees: number): number {
  requireThat(degrees > 0, 'The degrees of freedom must be positive.');
  const half = upperTail(Math.abs(t), degrees);
  return t > 0 ? 1 - half : half;
}

/** Probability above a `t` of at least 0; keeps its digits however small it is. */
export function upperTail(t: number, degrees: number): number {
  const total = degrees + t * t;
  return incompleteBetaPair(degrees / total, (t * t) / total, degrees / 2, 0.5) / 2;
}
