import { logGamma } from '../../distributions/log-gamma.ts';
import { requireThat } from '../../require-that.ts';
import type { DiscreteDistribution } from './discrete-quantile.ts';

/** Number of independent events of which so many are expected. @throws RangeError unless the expectation is above 0 */
export function poisson(expected: number): DiscreteDistribution {
  requireThat(expected > 0 && Number.isFinite(expected), 'The expected number of events must be above 0.');
  const log = Math.log(expected);
  return {
    mass: (count) => Math.exp(count * log - expected - logGamma(count + 1)),
    mean: expected,
    deviation: Math.sqrt(expected),
    highest: Number.POSITIVE_INFINITY,
  };
}
