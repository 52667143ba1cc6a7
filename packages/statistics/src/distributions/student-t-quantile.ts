import { requireThat } from '../require-that.ts';
import { logGamma } from './log-gamma.ts';
import { normalQuantile } from './normal-quantile.ts';
import { upperTail } from './student-t-probability.ts';

/**
 * Quantile of Student's t: the value that a share `probability` lies below. Closed forms for 1 and 2 degrees of
 * freedom; else Newton's method on the tail probability from a normal start (Cornish–Fisher), kept inside a bracket.
 * Relative accuracy 1e-10 or better.
 *
 * Reference: Abramowitz and Stegun, 26.7.5 (start) and 26.7.1 (probability).
 *
 * @param probability between 0 and 1, both excluded
 * @param degrees degrees of freedom, positive, not necessarily whole
 * @throws RangeError when an argument is out of range
 *
 * @example
 * ```ts
 * import { studentTQuantile } from '@collegial/statistics';
 *
 * studentTQuantile(0.975, 10).toFixed(3); // '2.228'
 * ```
 */
export function studentTQuantile(probability: number, degrees: number): number {
  requireThat(probability > 0 && probability < 1, 'The probability must lie between 0 and 1.');
  requireThat(degrees > 0, 'The degrees of freedom must be positive.');
  if (probability === 0.5) return 0;
  const tail = Math.min(probability, 1 - probability);
  const size = upperQuantile(tail, degrees);
  return probability < 0.5 ? -size : size;
}

function upperQuantile(tail: number, degrees: number): number {
  if (degrees === 1) return 1 / Math.tan(Math.PI * tail);
  if (degrees === 2) return (1 - 2 * tail) * Math.sqrt(1 / (2 * tail * (1 - tail)));
  let low = 0;
  let high = 1;
  while (upperTail(high, degrees) > tail) {
    low = high;
    high *= 2;
  }
  const z = -normalQuantile(tail);
  let t = z + (z ** 3 + z) / (4 * degrees);
  const logConstant = logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - 0.5 * Math.log(degrees * Math.PI);
  for (let step = 0; step < 200; step += 1) {
    if (!(t > low && t < high)) t = (low + high) / 2;
    const above = upperTail(t, degrees);
    if (above > tail) low = t;
    else high = t;
    const density = Math.exp(logConstant - ((degrees + 1) / 2) * Math.log1p((t * t) / degrees));
    const next = t + (above - tail) / density;
    if (Math.abs(next - t) <= 1e-14 * t || high - low <= 1e-15 * high) return next > 0 ? next : t;
    t = next;
  }
  return t;
}
