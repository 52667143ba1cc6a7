import { requireThat } from '../require-that.ts';
import { logGamma } from './log-gamma.ts';

/**
 * Probability that chi-squared with given degrees of freedom is above `x`; keeps its digits however small it is.
 *
 * The regularised incomplete gamma function: its series below the mean, else the continued fraction by the modified Lentz method.
 * Reference: NIST Digital Library of Mathematical Functions 8.11.4 and 8.9.2.
 *
 * @param x at least 0
 * @param degrees positive, not necessarily whole
 * @throws RangeError when an argument is out of range
 *
 * @example
 * ```ts
 * import { chiSquaredTail } from '@collegial/statistics';
 *
 * chiSquaredTail(3.841458820694124, 1).toFixed(6); // '0.050000'
 * ```
 */
export function chiSquaredTail(x: number, degrees: number): number {
  requireThat(x >= 0, 'Chi-squared is at least 0.');
  requireThat(degrees > 0, 'The degrees of freedom must be positive.');
  const a = degrees / 2;
  const z = x / 2;
  if (z === 0) return 1;
  if (z === Number.POSITIVE_INFINITY) return 0;
  const front = Math.exp(a * Math.log(z) - z - logGamma(a));
  return z < a + 1 ? 1 - front * series(z, a) : front * continuedFraction(z, a);
}

function series(z: number, a: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n += 1) {
    term *= z / (a + n);
    sum += term;
  }
  return sum;
}

function continuedFraction(z: number, a: number): number {
  let b = z + 1 - a;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let result = d;
  for (let n = 1; n < 10_000; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const step = c * d;
    result *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return result;
}
