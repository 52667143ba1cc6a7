import { type ConditionFinding, type ConditionMaterial, findingOf } from './condition-material.ts';
import { lastsWithin } from './lasting.ts';

/**
 * Help from credible people outside who learn alongside (B2): an adviser or a link partner for the group, and somebody
 * from outside who challenged or facilitated in an activity.
 */
export function externalHelp(material: ConditionMaterial): ConditionFinding {
  const { records, from, to } = material;
  const known = records.roles.filter(({ role }) => role === 'adviser' || role === 'link-partner');
  const advisers = known.filter((role) => lastsWithin(role, from, to));
  const activities = material.activities.flatMap(({ ties }) => ties[0]?.evidence ?? []);
  const challenged = challengedActivities(material);
  return findingOf([
    {
      met: advisers.length > 0,
      seen: records.roles.length > 0,
      why: `Advisers and link partners in the year: ${advisers.length}.`,
      evidence: () => advisers.map(({ id }) => ({ kind: 'role' as const, id })),
    },
    {
      met: challenged.length > 0,
      seen: activities.length > 0,
      why: `Activities in which somebody from outside challenged or facilitated: ${challenged.length} of ${activities.length}.`,
      evidence: () => challenged.map((id) => ({ kind: 'activity' as const, id })),
    },
  ]);
}

/** Ids of the activities with a challenger, or with a facilitator from outside the group. */
export function challengedActivities({
  ties,
  records,
}: Pick<ConditionMaterial, 'ties' | 'records'>): string[] {
  const challenged = records.outside.filter(
    ({ role, outsider }) => role === 'outside-challenger' || (role === 'facilitator' && outsider),
  );
  if (challenged.length === 0) return [];
  const known = new Set(ties.filter((tie) => tie.trace === 'activity').flatMap((tie) => tie.evidence));
  return [...new Set(challenged.map(({ activity }) => activity).filter((id) => known.has(id)))].sort();
}
