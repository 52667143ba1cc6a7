import { requireThat } from '../../require-that.ts';

/** How many comparisons at once are allowed for. */
export type Adjustment =
  /** At most 5 % of what is called different is not: Benjamini and Hochberg, for tests that are independent or agree. */
  | 'benjamini-hochberg'
  /** The same under any dependence: Benjamini and Yekutieli. */
  | 'benjamini-yekutieli'
  /** At most 5 % chance of a single false call: Holm. */
  | 'holm'
  /** The same, simpler and weaker: Bonferroni. */
  | 'bonferroni'
  /** Nothing is allowed for. */
  | 'none';

/**
 * Adjusts probabilities for the number of comparisons that were made, so that each can be held against 0.05 as if it were the only one. Of a
 * hundred schools that do not differ, five have a probability below 0.05 by chance; shown side by side they would be blamed. `null` – no test –
 * stays `null` and is not counted.
 *
 * References: S. Holm, Scandinavian Journal of Statistics 6 (1979); Y. Benjamini and Y. Hochberg, JRSS B 57 (1995); Y. Benjamini and D. Yekutieli,
 * Annals of Statistics 29 (2001).
 *
 * @throws RangeError when a probability is not between 0 and 1
 *
 * @example
 * ```ts
 * import { adjustProbabilities } from '@collegial/statistics';
 *
 * adjustProbabilities([0.01, 0.02, 0.03, 0.5], 'holm'); // [0.04, 0.06, 0.06, 0.5]
 * ```
 */
export function adjustProbabilities<Probability extends number | null>(
  probabilities: readonly Probability[],
  adjustment: Adjustment = 'benjamini-hochberg',
): Probability[] {
  requireThat(
    probabilities.every((p) => p === null || (p >= 0 && p <= 1)),
    'Every probability must lie between 0 and 1.',
  );
  const order = probabilities
    .map((probability, index) => ({ probability: probability as number, index }))
    .filter(({ probability }) => probability !== null)
    .sort((a, b) => a.probability - b.probability || a.index - b.index);
  const size = order.length;
  const harmonic = order.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
  const factorAt: Record<Adjustment, (rank: number) => number> = {
    none: () => 1,
    bonferroni: () => size,
    holm: (rank) => size - rank,
    'benjamini-hochberg': (rank) => size / (rank + 1),
    'benjamini-yekutieli': (rank) => (harmonic * size) / (rank + 1),
  };
  const factor = factorAt[adjustment];
  const adjusted: (number | null)[] = probabilities.map(() => null);
  const stepUp = adjustment.startsWith('benjamini');
  let extreme = stepUp ? 1 : 0;
  for (let step = 0; step < size; step += 1) {
    const rank = stepUp ? size - 1 - step : step;
    const { probability, index } = order[rank]!;
    const own = Math.min(1, probability * factor(rank));
    extreme = adjustment === 'holm' ? Math.max(extreme, own) : stepUp ? Math.min(extreme, own) : own;
    adjusted[index] = extreme;
  }
  return adjusted as Probability[];
}
