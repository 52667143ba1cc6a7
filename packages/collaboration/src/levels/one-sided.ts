import type { PairLevel } from '@collegial/model';
import type { Tie } from '../ties/tie.ts';

/** From so many activities on it says something that only one side records: somebody must write down a single one. */
const fewestActivities = 2;

/**
 * Whether of two schools only one ever records what they do together. What others recorded, a coordinator for example,
 * speaks for neither.
 *
 * @param ties of the pair, unconfirmed ones included
 */
export function oneSided(ties: readonly Tie[], schools: readonly [string, string]): PairLevel['oneSided'] {
  const recorded = [0, 0];
  const confirmed = [0, 0];
  for (const { recordedBy, basis } of ties) {
    const by = recordedBy === schools[0] ? 0 : recordedBy === schools[1] ? 1 : undefined;
    if (by === undefined) continue;
    recorded[by]! += 1;
    if (basis === 'confirmed') confirmed[by]! += 1;
  }
  const [one, other] = [recorded[0]!, recorded[1]!];
  if (one > 0 === other > 0 || one + other < fewestActivities) return null;
  const by = one > 0 ? 0 : 1;
  return { recordedBy: schools[by], activities: recorded[by]!, confirmed: confirmed[by]! };
}
