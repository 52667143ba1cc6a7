import { cumulated, type DiscreteDistribution } from './discrete-quantile.ts';

/**
 * Two-sided probability of a count so far out, with half of the count's own probability on either side (mid-p): whole counts would
 * otherwise make the test say less than it can.
 *
 * Reference: H. O. Lancaster, “Significance tests in discrete distributions”, JASA 56 (1961).
 */
export function midProbability(distribution: DiscreteDistribution, count: number): number {
  const below = cumulated(distribution, count - 1) + distribution.mass(count) / 2;
  return Math.min(1, 2 * Math.min(below, 1 - below));
}
