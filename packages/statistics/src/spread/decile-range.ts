import { quantile } from './quantile.ts';

/**
 * P90 − P10: how far the value nine tenths lie below is from the value one tenth lies below. Unlike the standard
 * deviation it is not moved by one extreme school. Quantiles of type 7.
 *
 * @throws RangeError without values
 *
 * @example
 * ```ts
 * import { decileRange } from '@collegial/statistics';
 *
 * decileRange([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]); // 80
 * ```
 */
export function decileRange(values: readonly number[]): number {
  return quantile(values, 0.9) - quantile(values, 0.1);
}
