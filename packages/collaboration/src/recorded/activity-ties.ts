import type { ActivityKind } from '@collegial/model';
import { addReach } from '../ties/reach.ts';
import { pairOf, type Tie } from '../ties/tie.ts';
import { activityFlows, sidesOf } from './activity-flows.ts';
import { pairBasis } from './pair-basis.ts';
import type { Participant, RecordedActivity } from './recorded-activity.ts';

/** An event of up to so many schools counts fully for each of their pairs; a larger one counts (this − 1) / (k − 1). */
export const largestFullEvent = 8;

/**
 * What a recorded activity says about each pair of schools that took part. What one of the two disputes is counted in
 * `disputed` and is no tie.
 *
 * @param inScope schools whose pairs are wanted; the others count towards the size of the activity and take their shares
 */
export function activityTies(
  activity: RecordedActivity,
  inScope: (school: string) => boolean,
): { readonly ties: Tie[]; readonly disputed: number } {
  const participants = [...activity.participants].sort((a, b) => (a.school < b.school ? -1 : 1));
  const flows = activityFlows({ ...activity, participants });
  const k = participants.length;
  const weight = k <= largestFullEvent ? 1 : (largestFullEvent - 1) / (k - 1);
  const contributes = contributors(activity, participants);
  const ties: Tie[] = [];
  let disputed = 0;
  for (const [index, one] of participants.entries()) {
    for (const other of participants.slice(index + 1)) {
      if (!inScope(one.school) || !inScope(other.school)) continue;
      const schools = pairOf(one.school, other.school);
      const basis = pairBasis(activity, schools);
      if (basis === 'disputed') {
        disputed += 1;
        continue;
      }
      ties.push({
        schools,
        academicYear: activity.academicYear,
        from: activity.startsOn,
        to: activity.endsOn,
        trace: 'activity',
        kind: activity.kind.id,
        process: activity.kind.process,
        flow: activity.kind.flow,
        basis,
        eventWeight: activity.kind.standing || activity.occasion === false ? 0 : weight,
        contributed: [contributes.has(schools[0]), contributes.has(schools[1])],
        flows: flows.filter(
          ({ provider, recipient, parts }) =>
            parts > 0 && schools.includes(provider) && schools.includes(recipient),
        ),
        aim: activity.aim,
        structure: false,
        product: activity.product,
        groupId: activity.groupId,
        fundingId: activity.fundingId,
        reach: addReach(one.reach, other.reach),
        evidence: [activity.id],
        shows: whatShows(activity.kind),
        recordedBy: activity.recordedBy,
      });
    }
  }
  return { ties, disputed };
}

function whatShows({ shared, makes, agrees }: ActivityKind): NonNullable<Tie['shows']> {
  return {
    ...(shared === undefined ? {} : { shared }),
    ...(makes === undefined ? {} : { makes }),
    ...(agrees === undefined ? {} : { agrees }),
  };
}

/** Schools that brought something: the giving side, or, without direction, everyone who did not come to receive. */
function contributors(activity: RecordedActivity, participants: readonly Participant[]): Set<string> {
  const sides = activity.kind.direction === 'directed' ? sidesOf(participants) : undefined;
  const giving =
    sides?.givers ?? participants.filter(({ role, hours }) => role !== 'recipient' && hours !== 0);
  return new Set(giving.map((participant) => participant.school));
}
