import { requireThat } from '../require-that.ts';

/**
 * Quantile of the standard normal distribution: the value that a share `probability` lies below.
 *
 * Algorithm AS 241 (PPND16): rational approximations in three regions, accurate to about 1 part in 10¹⁶.
 * Reference: M. J. Wichura, “The percentage points of the normal distribution”, Applied Statistics 37 (1988).
 *
 * @param probability between 0 and 1, both excluded
 * @throws RangeError when the probability is not between 0 and 1
 *
 * @example
 * ```ts
 * import { normalQuantile } from '@collegial/statistics';
 *
 * normalQuantile(0.975).toFixed(6); // '1.959964'
 * ```
 */
export function normalQuantile(probability: number): number {
  requireThat(probability > 0 && probability < 1, 'The probability must lie between 0 and 1.');
  const centred = probability - 0.5;
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred;
    return (centred * polynomial(centralTop, r)) / polynomial(centralBottom, r);
  }
  const tail = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)));
  const size =
    tail <= 5
      ? polynomial(middleTop, tail - 1.6) / polynomial(middleBottom, tail - 1.6)
      : polynomial(farTop, tail - 5) / polynomial(farBottom, tail - 5);
  return centred < 0 ? -size : size;
}

/** Coefficients from the constant upward. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

const centralTop = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const centralBottom = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const middleTop = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const middleBottom = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const farTop = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
];
const farBottom = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
];
