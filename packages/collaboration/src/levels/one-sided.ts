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
  const [one, other] = schools.map((school) => ties.filter((tie) => tie.recordedBy === school));
  if (one === undefined || other === undefined || one.length > 0 === other.length > 0) return null;
  const recorded = one.length > 0 ? one : other;
  if (recorded.length < fewestActivities) return null;
  return {
    recordedBy: one.length > 0 ? schools[0] : schools[1],
    activities: recorded.length,
    confirmed: recorded.filter((tie) => tie.basis === 'confirmed').length,
  };
}
