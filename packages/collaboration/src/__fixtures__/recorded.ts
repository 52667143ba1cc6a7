import { type ActivityKind, activityKind } from '@collegial/model';
import type { Participant, RecordedActivity } from '../recorded/recorded-activity.ts';
import { unknownReach } from '../ties/reach.ts';

/** The part of a school, as little as a test needs of it. */
export function participant(school: string, part: Partial<Participant> = {}): Participant {
  return {
    school,
    role: 'participant',
    people: null,
    students: null,
    reach: unknownReach,
    hours: null,
    days: null,
    places: null,
    amount: null,
    ...part,
  };
}

/** A recorded activity of 2023/24 that every participant confirmed, unless a test says otherwise. */
export function recorded(
  id: string,
  kind: string,
  participants: readonly Participant[],
  change: Partial<RecordedActivity> = {},
): RecordedActivity {
  return {
    id,
    kind: activityKind(kind) as ActivityKind,
    academicYear: 2023,
    startsOn: `${change.academicYear ?? 2023}-10-02`,
    endsOn: change.startsOn ?? `${change.academicYear ?? 2023}-10-02`,
    aim: null,
    product: null,
    groupId: null,
    fundingId: null,
    recordedBy: null,
    participants,
    verdicts: new Map(participants.map(({ school }) => [school, 'confirmed'])),
    ...change,
  };
}
