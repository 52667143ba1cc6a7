/** Beyond this the series is exact to the last digit, and a table would only fill memory. */
const mostInTable = 262_144;
let table = Float64Array.of(0);

/**
 * Logarithm of n!, for a whole number n of at least 0: from a table that grows as it is needed, above 262,144 by Stirling's series.
 *
 * @example
 * ```ts
 * import { logFactorial } from '@collegial/statistics';
 *
 * Math.exp(logFactorial(5)); // 120
 * ```
 */
export function logFactorial(n: number): number {
  if (n < table.length) return table[n]!;
  if (n >= mostInTable) return stirling(n);
  const grown = new Float64Array(Math.min(mostInTable, Math.max(1024, 2 ** Math.ceil(Math.log2(n + 1)))));
  for (let k = 2; k < grown.length; k += 1) grown[k] = k < 64 ? grown[k - 1]! + Math.log(k) : stirling(k);
  table = grown;
  return table[n]!;
}

const halfLogTwoPi = 0.918_938_533_204_672_7;

function stirling(n: number): number {
  const square = n * n;
  return (n + 0.5) * Math.log(n) - n + halfLogTwoPi + (1 - (1 / 30 - 1 / (105 * square)) / square) / (12 * n);
}
