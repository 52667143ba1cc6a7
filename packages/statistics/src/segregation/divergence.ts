/**
 * (1 + d) ln (1 + d) − d, the divergence of a share from another, d being how much larger it is: 0 for d = 0, 1 for d = −1. Near 0, where the
 * two terms take each other away, by its series.
 */
export function divergence(excess: number): number {
  if (excess <= -1) return 1;
  if (Math.abs(excess) > 0.05) return (1 + excess) * Math.log1p(excess) - excess;
  // Σ (−d)ᵏ / (k (k − 1)): the thirteenth term is below 1e-19 of the first
  let power = excess * excess;
  let sum = 0;
  for (let k = 2; k < 15; k += 1) {
    sum += power / (k * (k - 1));
    power *= -excess;
  }
  return sum;
}

/** −Σ p ln p of counts, in nats: how mixed they are. */
export function entropyOf(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce(
    (sum, count) => (count > 0 ? sum - (count / total) * Math.log(count / total) : sum),
    0,
  );
}
