/**
 * Sum of many numbers with the rounding errors carried along (Neumaier): as good as if it were added up in twice the precision.
 * Give the numbers in a fixed order for the same last digit each time.
 *
 * Reference: A. Neumaier, “Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen”, ZAMM 54 (1974).
 */
export function compensatedSum(length: number, of: (index: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < length; index += 1) {
    const value = of(index);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
