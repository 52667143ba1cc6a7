import { type ConditionFinding, type ConditionMaterial, findingOf } from './condition-material.ts';
import { lastsWithin } from './lasting.ts';

/**
 * An authority whose staff are willing to support and engage (B2, B12): it holds a role for the group, and takes part in
 * an activity.
 */
export function authoritySupport(material: ConditionMaterial): ConditionFinding {
  const { records, from, to } = material;
  const roles = records.roles.filter((role) => role.authority && lastsWithin(role, from, to));
  const activities = material.activities.flatMap(({ ties }) => ties[0]?.evidence ?? []);
  const known = new Set(activities);
  const joined = records.outside.filter(({ authority, activity }) => authority && known.has(activity));
  const ids = [...new Set(joined.map(({ activity }) => activity))].sort();
  return findingOf([
    {
      met: roles.length > 0,
      seen: records.roles.length > 0,
      why: `Roles for the group held by an authority in the year: ${roles.length}.`,
      evidence: () => roles.map(({ id }) => ({ kind: 'role' as const, id })),
    },
    {
      met: ids.length > 0,
      seen: activities.length > 0,
      why: `Activities in which an authority took part: ${ids.length} of ${activities.length}.`,
      evidence: () => ids.map((id) => ({ kind: 'activity' as const, id })),
    },
  ]);
}
