import { normalProbability } from '../../distributions/normal-probability.ts';
import { requireThat } from '../../require-that.ts';
import { inversionDistribution } from './inversion-distribution.ts';

/** Up to so many values the distribution is counted exactly. */
const mostForExact = 50;

/** What {@link mannKendall} gives. */
export interface MannKendall {
  /** Pairs in which the later value is higher, less those in which it is lower. */
  readonly score: number;
  /** Kendall's tau-b between time and value, −1 to 1; `null` when all values are the same. */
  readonly tau: number | null;
  /** Two-sided probability of a score so far from 0 if the order were chance; 1 when all values are the same. */
  readonly probability: number;
  /** Smallest probability that so many values could show at all: above 0.05 they are too few to tell anything. */
  readonly leastProbability: number;
  /** `exact`: counted, ties included · `normal`: above 50 values, with corrections for ties and continuity. */
  readonly method: 'exact' | 'normal';
}

/**
 * Mann–Kendall test for a trend: do later values tend to be higher, or lower, than earlier ones? It asks for no shape of the trend, and
 * its probability is exact for short series, with ties too. Four values can never tell (the least probability is 0.083).
 *
 * It takes the values as independent from year to year, as the results of different cohorts nearly are.
 *
 * References: H. B. Mann, “Nonparametric tests against trend”, Econometrica 13 (1945); M. G. Kendall, *Rank Correlation Methods*.
 *
 * @param values in the order of time
 * @throws RangeError when a value is not finite
 *
 * @example
 * ```ts
 * import { mannKendall } from '@collegial/statistics';
 *
 * mannKendall([41, 43, 44, 47, 48]).probability.toFixed(4); // '0.0167'
 * ```
 */
export function mannKendall(values: readonly number[]): MannKendall {
  requireThat(values.every(Number.isFinite), 'Every value must be a finite number.');
  const size = values.length;
  let score = 0;
  for (let later = 1; later < size; later += 1)
    for (let earlier = 0; earlier < later; earlier += 1)
      score += Math.sign(values[later]! - values[earlier]!);
  const groups = tieSizes(values);
  const pairs = (size * (size - 1)) / 2;
  const untied = pairs - groups.reduce((sum, tied) => sum + (tied * (tied - 1)) / 2, 0);
  const tau = untied === 0 ? null : score / Math.sqrt(pairs * untied);
  if (size > mostForExact) {
    const ties = groups.reduce((sum, tied) => sum + tied * (tied - 1) * (2 * tied + 5), 0);
    const deviation = Math.sqrt((size * (size - 1) * (2 * size + 5) - ties) / 18);
    const two = (distance: number) =>
      deviation === 0 ? 1 : Math.min(1, 2 * normalProbability(-Math.max(0, distance - 1) / deviation));
    return { score, tau, probability: two(Math.abs(score)), leastProbability: two(untied), method: 'normal' };
  }
  const distribution = inversionDistribution(groups);
  // The score is the number of untied pairs less twice the discordant ones.
  const atLeast = (distance: number) =>
    Math.min(
      1,
      distribution.reduce(
        (sum, probability, discordant) =>
          Math.abs(untied - 2 * discordant) >= distance ? sum + probability : sum,
        0,
      ),
    );
  return {
    score,
    tau,
    probability: atLeast(Math.abs(score)),
    leastProbability: atLeast(untied),
    method: 'exact',
  };
}

function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value === 0 ? 0 : value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()].sort((a, b) => a - b);
}
