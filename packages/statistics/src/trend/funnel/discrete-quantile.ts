/** A distribution on 0, 1, 2 … by its mass. */
export interface DiscreteDistribution {
  /** Probability of a count. */
  mass(count: number): number;
  readonly mean: number;
  readonly deviation: number;
  /** Largest count that can occur. */
  readonly highest: number;
}

/** The smallest count with at least this cumulated probability, with the probabilities up to it and up to the one before. */
export interface QuantileStep {
  readonly count: number;
  readonly upTo: number;
  readonly before: number;
}

/** Looks for a quantile by adding masses up from where they begin to matter. */
export function discreteQuantile(distribution: DiscreteDistribution, probability: number): QuantileStep {
  let count = firstCount(distribution);
  let before = 0;
  let upTo = distribution.mass(count);
  // 1e-14: what rounding may have taken from a sum that is exactly the probability asked for.
  while (upTo < probability - 1e-14 && count < distribution.highest) {
    count += 1;
    before = upTo;
    upTo += distribution.mass(count);
  }
  return { count, upTo, before };
}

/** Probability of at most this count. */
export function cumulated(distribution: DiscreteDistribution, count: number): number {
  let sum = 0;
  const first = firstCount(distribution);
  const last = Math.min(count, distribution.highest);
  for (let at = first; at <= last; at += 1) sum += distribution.mass(at);
  return Math.min(1, sum);
}

function firstCount({ mean, deviation }: DiscreteDistribution): number {
  return Math.max(0, Math.floor(mean - 10 * deviation - 30));
}
