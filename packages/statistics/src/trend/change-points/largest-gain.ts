/**
 * What the clearest single change takes off the weighted sum of squares; 0 when there is room for none. With D the weighted sum of distances from the mean up to a place,
 * a change there takes off D² W ÷ (W before × W after).
 */
export function largestGain(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  minimumLength: number,
): number {
  const size = values.length;
  let total = 0;
  let sum = 0;
  for (let at = 0; at < size; at += 1) {
    total += weights[at]!;
    sum += weights[at]! * values[at]!;
  }
  const mean = sum / total;
  let largest = 0;
  let before = 0;
  let distance = 0;
  for (let at = 1; at <= size - minimumLength; at += 1) {
    before += weights[at - 1]!;
    distance += weights[at - 1]! * (values[at - 1]! - mean);
    if (at < minimumLength) continue;
    const gain = (distance * distance * total) / (before * (total - before));
    if (gain > largest) largest = gain;
  }
  return largest;
}
