import type { MatchedDifference } from '../estimate/matched-difference.ts';

/**
 * What may be said of a difference:
 * - `differed`: the schools changed otherwise than those like them, more than chance makes, and by more than a drift before joining that was too slight to be seen
 *   would have added up to;
 * - `drift-possible`: more than chance makes, but a drift too slight to be seen before joining would add up to as much;
 * - `differed-unchecked`: more than chance makes, without years enough to look for a drift before;
 * - `apart-before`: they were already drawing apart before they joined, so that the difference says nothing about joining;
 * - `not-shown`: no more than chance makes; not the same as no difference;
 * - `cannot-tell`: nothing can be worked out, or so few groups and choices that no difference could ever be told from chance.
 */
export type Verdict =
  | 'differed'
  | 'drift-possible'
  | 'differed-unchecked'
  | 'apart-before'
  | 'not-shown'
  | 'cannot-tell';

/**
 * What may be said, by a rule that is fixed beforehand. That no drift was seen is not enough: with few groups a drift that is not seen can be as large as the
 * difference, so that a difference is claimed only where it is larger than the drift that would have been seen in four cases of five.
 *
 * Reference: J. Roth, “Pretest with caution”, AER: Insights 4 (2022).
 *
 * @param p of the difference after allowing for several outcomes. Default: its own
 */
export function verdictOf(
  { difference, preTrend, permutation }: Pick<MatchedDifference, 'difference' | 'preTrend' | 'permutation'>,
  p: number | null = difference?.p ?? null,
  level = 0.05,
): Verdict {
  if (difference === null || p === null) return 'cannot-tell';
  if (permutation !== null && permutation.smallestP > level) return 'cannot-tell';
  if (preTrend.status === 'apart') return 'apart-before';
  if (p > level) return 'not-shown';
  if (preTrend.hiddenDifference === null) return 'differed-unchecked';
  return Math.abs(difference.value) > preTrend.hiddenDifference ? 'differed' : 'drift-possible';
}
