import { requireThat } from '../require-that.ts';

/**
 * Quantile of values by linear interpolation of the order statistics: type 7 of Hyndman and Fan, the default of R and
 * the `PERCENTILE.INC` of spreadsheets.
 *
 * Reference: R. J. Hyndman and Y. Fan, “Sample quantiles in statistical packages”, The American Statistician 50 (1996).
 *
 * @param values in any order
 * @param probability 0 (lowest) to 1 (highest)
 * @throws RangeError without values, or with a probability outside 0–1
 *
 * @example
 * ```ts
 * import { quantile } from '@collegial/statistics';
 *
 * quantile([40, 10, 30, 20], 0.25); // 17.5
 * ```
 */
export function quantile(values: readonly number[], probability: number): number {
  requireThat(values.length > 0, 'A quantile needs at least one value.');
  requireThat(probability >= 0 && probability <= 1, 'The probability must lie between 0 and 1.');
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (position - below) * (high - low);
}
