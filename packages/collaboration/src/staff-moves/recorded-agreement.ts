import { sidesOf } from '../recorded/activity-flows.ts';
import { pairBasis } from '../recorded/pair-basis.ts';
import type { RecordedActivity } from '../recorded/recorded-activity.ts';
import { pairOf } from '../ties/tie.ts';
import { dayNumber } from '../time/days.ts';

/** A secondment that both schools stand behind, as they recorded it. */
export interface RecordedAgreement {
  readonly activity: string;
  readonly home: string;
  readonly host: string;
  readonly from: number;
  /** First day no longer covered; `null` when no end is recorded. */
  readonly to: number | null;
}

/** The secondments among recorded activities that name one school that gives and one that receives, and that both confirmed. */
export function recordedAgreements(activities: readonly RecordedActivity[]): RecordedAgreement[] {
  return activities.flatMap((activity) => {
    if (activity.kind.id !== 'secondment') return [];
    const sides = sidesOf(activity.participants);
    const [home, host] = [sides?.givers[0]?.school, sides?.takers[0]?.school];
    if (sides === undefined || sides.givers.length !== 1 || sides.takers.length !== 1) return [];
    if (home === undefined || host === undefined) return [];
    if (pairBasis(activity, pairOf(home, host)) !== 'confirmed') return [];
    const from = dayNumber(activity.startsOn);
    const to = activity.endsOn === activity.startsOn ? null : dayNumber(activity.endsOn) + 1;
    return [{ activity: activity.id, home, host, from, to }];
  });
}
