import { requireThat } from '../require-that.ts';
import { logGamma } from './log-gamma.ts';

/**
 * Regularised incomplete beta function Iₓ(a, b), for x from 0 to 1 and positive a and b.
 *
 * Continued fraction evaluated from the front by the modified Lentz method, on the side on which it converges fast.
 * Reference: NIST Digital Library of Mathematical Functions 8.17.22; Lentz (1976).
 *
 * @throws RangeError when an argument is out of range
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  requireThat(x >= 0 && x <= 1, 'x must lie between 0 and 1.');
  requireThat(a > 0 && b > 0, 'a and b must be positive.');
  return incompleteBetaPair(x, 1 - x, a, b);
}

/** The same with 1 − x given, which keeps every digit where x is close to 1. */
export function incompleteBetaPair(x: number, complement: number, a: number, b: number): number {
  if (x === 0 || complement === 0) return x === 0 ? 0 : 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBetaPair(complement, x, b, a);
  const logFront = a * Math.log(x) + b * Math.log(complement) + logGamma(a + b) - logGamma(a) - logGamma(b);
  return (Math.exp(logFront) / a) * continuedFraction(x, a, b);
}

function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return result;
}
