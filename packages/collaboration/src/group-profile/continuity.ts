import type { Continuity } from '@collegial/model';
import type { PairEvidence } from './pair-evidence.ts';

/**
 * How many of the pairs with evidence in one year have evidence in the next, whatever it is.
 *
 * @param classes classes of evidence that count, as bits
 */
export function continuityOf(pairs: readonly PairEvidence[], classes: number): Continuity {
  let before = 0;
  let goOn = 0;
  let added = 0;
  for (const pair of pairs) {
    const earlier = (pair.before & classes) !== 0;
    const later = (pair.now & classes) !== 0;
    if (earlier) before += 1;
    if (earlier && later) goOn += 1;
    if (later && !earlier) added += 1;
  }
  return { before, goOn, new: added, share: before === 0 ? null : goOn / before };
}
