import { logGamma } from '../../distributions/log-gamma.ts';
import { requireThat } from '../../require-that.ts';
import { type DiscreteDistribution, discreteQuantile } from './discrete-quantile.ts';

/** Number of successes in so many independent trials. @throws RangeError unless trials are whole and the share lies strictly between 0 and 1 */
export function binomial(trials: number, share: number): DiscreteDistribution {
  requireThat(
    Number.isInteger(trials) && trials >= 1,
    'The number of trials must be a whole number from 1 on.',
  );
  requireThat(share > 0 && share < 1, 'The share must lie between 0 and 1.');
  const constant = logGamma(trials + 1);
  const [one, other] = [Math.log(share), Math.log1p(-share)];
  return {
    mass: (count) =>
      Math.exp(
        constant -
          logGamma(count + 1) -
          logGamma(trials - count + 1) +
          count * one +
          (trials - count) * other,
      ),
    mean: trials * share,
    deviation: Math.sqrt(trials * share * (1 - share)),
    highest: trials,
  };
}

/** Smallest number of successes that at most as many have with at least this probability: `qbinom` of R. */
export function binomialQuantile(probability: number, trials: number, share: number): number {
  return discreteQuantile(binomial(trials, share), probability).count;
}
