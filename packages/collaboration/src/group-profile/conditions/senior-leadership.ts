import { reachOf } from '../profile-depth.ts';
import {
  type ConditionFinding,
  type ConditionMaterial,
  evidenceOf,
  findingOf,
} from './condition-material.ts';
import { shareOfDays } from './lasting.ts';

/**
 * Senior staff willing and able to drive it (B2): somebody coordinates or chairs the group through most of the year, and
 * heads take part in its activities themselves.
 */
export function seniorLeadership(material: ConditionMaterial): ConditionFinding {
  const { records, from, to, thresholds } = material;
  const drivers = records.roles.filter(({ role }) => role === 'coordinator' || role === 'chair');
  const share = shareOfDays(drivers, from, to);
  const activities = material.activities;
  const stated = activities.filter((piece) => reachOf(piece.ties).heads !== null);
  const withHeads = stated.filter((piece) => (reachOf(piece.ties).heads ?? 0) > 0);
  return findingOf([
    {
      met: share >= thresholds.shareOfYear,
      seen: records.roles.length > 0,
      why: `A coordinator or chair on ${Math.floor(share * 100)} % of the days (needs ${thresholds.shareOfYear * 100} %).`,
      evidence: () => (share > 0 ? drivers.map(({ id }) => ({ kind: 'role' as const, id })) : []),
    },
    {
      met: withHeads.length >= thresholds.occasions,
      seen: stated.length > 0,
      why: `Activities in which heads took part: ${withHeads.length} (needs ${thresholds.occasions}; ${stated.length} of ${activities.length} say whether they did).`,
      evidence: () => evidenceOf(withHeads.flatMap((piece) => piece.ties)),
    },
  ]);
}
