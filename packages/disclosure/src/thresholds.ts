/** Threshold below which a count of people is not published, unless a policy says otherwise. */
export const defaultThreshold = 10;

/** No policy may publish counts below this. */
export const lowestThreshold = 5;

/**
 * Whether a count of people is too small to publish: 1 up to the threshold − 1. Zero is not: it tells nothing about
 * anybody.
 *
 * @example
 * ```ts
 * import { isSmall } from '@collegial/disclosure';
 *
 * isSmall(9, 10); // true
 * isSmall(0, 10); // false
 * ```
 */
export function isSmall(count: number, threshold: number): boolean {
  return count > 0 && count < threshold;
}

/** @throws RangeError when a threshold is not a whole number of at least 5 */
export function requireThreshold(threshold: number): void {
  if (!Number.isInteger(threshold) || threshold < lowestThreshold) {
    throw new RangeError(`A threshold is a whole number of at least ${lowestThreshold}.`);
  }
}
