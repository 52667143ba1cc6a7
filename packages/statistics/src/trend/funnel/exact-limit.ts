import { requireThat } from '../../require-that.ts';
import { type DiscreteDistribution, discreteQuantile } from './discrete-quantile.ts';

/**
 * Control limit of a count at a probability, interpolated between whole counts so that the lines of a funnel are smooth: r − α, where r is the
 * smallest count with P(R ≤ r) ≥ p and α = (P(R ≤ r) − p) / P(R = r).
 *
 * Reference: D. J. Spiegelhalter, “Funnel plots for comparing institutional performance”, Statistics in Medicine 24 (2005), appendix A.1.
 *
 * @throws RangeError when the probability is not between 0 and 1
 */
export function exactLimit(distribution: DiscreteDistribution, probability: number): number {
  requireThat(probability > 0 && probability < 1, 'The probability must lie between 0 and 1.');
  const { count, upTo, before } = discreteQuantile(distribution, probability);
  return Math.max(0, count - (upTo - probability) / (upTo - before));
}
