/**
 * Distribution of the number of inversions in a random order of items of which some are tied: the probability of 0, 1, 2 … discordant pairs. From the
 * sizes of the groups of tied items; without ties each is 1. It is a product of Gaussian binomials, worked out by sums of positive terms only.
 *
 * Reference: M. G. Kendall, *Rank Correlation Methods*; D. E. Knuth, *The Art of Computer Programming*, 5.1.2 (inversions of multisets).
 */
export function inversionDistribution(groupSizes: readonly number[]): number[] {
  let distribution = [1];
  let placed = 0;
  for (const size of groupSizes) {
    placed += size;
    distribution = multiply(distribution, gaussianBinomial(placed, size));
  }
  return distribution;
}

/** Inversions between `chosen` tied items and the others of `all`, by Pascal's rule for probabilities. */
function gaussianBinomial(all: number, chosen: number): number[] {
  let row: number[][] = [[1]];
  for (let n = 1; n <= all; n += 1) {
    const next: number[][] = [];
    for (let k = 0; k <= Math.min(n, chosen); k += 1) {
      const sums = Array<number>(k * (n - k) + 1).fill(0);
      // The last item is one of the chosen: it stands behind the n − k others; or it is not, and k of the chosen stand before it.
      if (k > 0) for (const [at, p] of (row[k - 1] ?? []).entries()) sums[at]! += (p * k) / n;
      if (k < n) for (const [at, p] of (row[k] ?? []).entries()) sums[at + k]! += (p * (n - k)) / n;
      next.push(sums);
    }
    row = next;
  }
  return row[chosen]!;
}

function multiply(one: readonly number[], other: readonly number[]): number[] {
  const product = Array<number>(one.length + other.length - 1).fill(0);
  for (const [i, a] of one.entries()) for (const [j, b] of other.entries()) product[i + j]! += a * b;
  return product;
}
