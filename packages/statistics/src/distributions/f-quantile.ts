import { requireThat } from '../require-that.ts';
import { incompleteBeta } from './incomplete-beta.ts';

/** Probability that an F-distributed number with these degrees of freedom is below a value. */
export function fProbability(value: number, first: number, second: number): number {
  requireThat(first > 0 && second > 0, 'Degrees of freedom must be positive.');
  if (value <= 0) return 0;
  return incompleteBeta((first * value) / (first * value + second), first / 2, second / 2);
}

/**
 * The value that an F-distributed number lies below with a probability; by halving, on the scale of the beta distribution behind it, to the last digits.
 *
 * @throws RangeError unless the probability lies between 0 and 1, both excluded
 *
 * @example
 * ```ts
 * import { fQuantile } from '@collegial/statistics';
 *
 * fQuantile(0.95, 5, 10).toFixed(3); // '3.326'
 * ```
 */
export function fQuantile(probability: number, first: number, second: number): number {
  requireThat(probability > 0 && probability < 1, 'The probability must lie between 0 and 1.');
  let [low, high] = [0, 1];
  for (let step = 0; step < 200 && high - low > 1e-16 * high; step += 1) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, first / 2, second / 2) < probability) low = middle;
    else high = middle;
  }
  const beta = (low + high) / 2;
  return (second * beta) / (first * (1 - beta));
}
