/**
 * Probability that a standard normal value is at most `z`. A series near 0, else Lentz's continued fraction of the tail, which keeps
 * its digits however small it is; relative accuracy about 1e-14.
 *
 * Reference: Abramowitz and Stegun, 26.2.11 and 26.2.14.
 *
 * @example
 * ```ts
 * import { normalProbability } from '@collegial/statistics';
 *
 * normalProbability(1.959963984540054).toFixed(6); // '0.975000'
 * ```
 */
export function normalProbability(z: number): number {
  if (Math.abs(z) < 2) {
    let term = z;
    let sum = z;
    for (let odd = 3; Math.abs(term) > 1e-18; odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    return 0.5 + sum * density(z);
  }
  const tail = upperTailOf(Math.abs(z));
  return z > 0 ? 1 - tail : tail;
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** 1/(z + 1/(z + 2/(z + 3/(z + …)))), from the back. */
function upperTailOf(z: number): number {
  let fraction = 0;
  for (let step = 200; step >= 1; step -= 1) fraction = step / (z + fraction);
  return density(z) / (z + fraction);
}
