import { logFactorial } from '../distributions/log-factorial.ts';

/** A binomial distribution laid out so that a draw takes one random number and, on average, two comparisons. */
export interface BinomialSampler {
  /** The smallest number that is not next to impossible. */
  readonly lowest: number;
  /** Probability of each number up to it, from `lowest` on; the last is 1. */
  readonly cumulative: Float64Array;
  /** Where to begin to look, for random numbers that share their first digits. */
  readonly guide: Int32Array;
}

/**
 * A sampler of how many of some students are in a group when each of them is with the same probability. Numbers below 1e-17 of the most likely
 * are left out.
 */
export function binomialSampler(trials: number, probability: number): BinomialSampler {
  if (probability <= 0) return certain(0);
  if (probability >= 1) return certain(trials);
  const odds = probability / (1 - probability);
  const mode = Math.min(trials, Math.floor((trials + 1) * probability));
  const atMode = Math.exp(
    logFactorial(trials) -
      logFactorial(mode) -
      logFactorial(trials - mode) +
      mode * Math.log(probability) +
      (trials - mode) * Math.log1p(-probability),
  );
  const below: number[] = [];
  const above: number[] = [];
  for (let k = mode, weight = atMode; k > 0 && weight > atMode * 1e-17; k -= 1) {
    weight *= k / ((trials - k + 1) * odds);
    below.push(weight);
  }
  for (let k = mode, weight = atMode; k < trials && weight > atMode * 1e-17; k += 1) {
    weight *= ((trials - k) * odds) / (k + 1);
    above.push(weight);
  }
  const weights = [...below.reverse(), atMode, ...above];
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let reached = 0;
  const cumulative = Float64Array.from(weights, (weight) => {
    reached += weight / sum;
    return reached;
  });
  cumulative[cumulative.length - 1] = 1;
  return { lowest: mode - below.length, cumulative, guide: guideOf(cumulative) };
}

/** A number from a sampler, for a random number from 0 to 1. */
export function sample({ lowest, cumulative, guide }: BinomialSampler, random: number): number {
  let at = guide[Math.floor(random * guide.length)]!;
  while (cumulative[at]! <= random) at += 1;
  return lowest + at;
}

function certain(number: number): BinomialSampler {
  return { lowest: number, cumulative: Float64Array.of(1), guide: Int32Array.of(0) };
}

function guideOf(cumulative: Float64Array): Int32Array {
  const { length } = cumulative;
  let at = 0;
  return Int32Array.from({ length }, (_, index) => {
    while (cumulative[at]! <= index / length) at += 1;
    return at;
  });
}
