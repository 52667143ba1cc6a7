import { requireThat } from '../require-that.ts';

/**
 * Natural logarithm of the gamma function for positive numbers, accurate to about 1 part in 10¹⁵.
 *
 * Stirling's series after shifting the argument above 15. Reference: Abramowitz and Stegun, formula 6.1.41.
 *
 * @throws RangeError when `x` is not positive
 */
export function logGamma(x: number): number {
  requireThat(x > 0, 'The argument of the gamma function must be positive.');
  let shift = 1;
  let shifted = x;
  while (shifted < 15) {
    shift *= shifted;
    shifted += 1;
  }
  const inverse = 1 / (shifted * shifted);
  const series = bernoulli.reduceRight((sum, coefficient) => sum * inverse + coefficient, 0) / shifted;
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(shift)
  );
}

/** B₂ₖ / (2k (2k − 1)) for k = 1 … 8. */
const bernoulli = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156, -3617 / 122_400];
