/**
 * Freeman's centralisation of any centrality: the sum of differences from the largest value over the largest sum that a
 * network of this size can have. `null` when that is 0 or there is no node.
 */
export function centralisationOf(values: ArrayLike<number>, largestSum: number): number | null {
  if (values.length === 0 || !(largestSum > 0)) return null;
  let largest = Number.NEGATIVE_INFINITY;
  for (let node = 0; node < values.length; node++) largest = Math.max(largest, values[node]!);
  let sum = 0;
  for (let node = 0; node < values.length; node++) sum += largest - values[node]!;
  return sum / largestSum;
}
