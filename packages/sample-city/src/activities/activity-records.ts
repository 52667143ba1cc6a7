import type { EntityInput } from '@collegial/model';
import { formatDay } from '../calendar/day.ts';
import type { Timeline } from '../calendar/timeline.ts';
import { bodies } from '../places/other-organisations.ts';
import type { GroupLetter } from '../places/school-profile.ts';
import { schoolId } from '../places/school-profiles.ts';
import { groupA } from './group-a.ts';
import { groupB } from './group-b.ts';
import { groupC } from './group-c.ts';
import { groupD } from './group-d.ts';
import type { PlannedActivity } from './planned-activity.ts';

/** Recorded collaboration: activities, each school's part, and what partners say of them. */
export interface ActivityRecords {
  readonly activities: EntityInput<'Activity'>[];
  readonly participations: EntityInput<'Participation'>[];
  readonly confirmations: EntityInput<'Confirmation'>[];
}

/** What the groups plan to do, in the order of the story. */
export const plannedActivities: readonly (readonly [GroupLetter, readonly PlannedActivity[]])[] = [
  ['A', groupA],
  ['B', groupB],
  ['C', groupC],
  ['D', groupD],
];

/** The records of everything planned that falls in the years of the city. */
export function createActivities(timeline: Timeline): ActivityRecords {
  const records: ActivityRecords = { activities: [], participations: [], confirmations: [] };
  for (const [group, activities] of plannedActivities) {
    for (const [index, planned] of activities.entries()) {
      for (const [occasion, [position, monthAndDay]] of planned.on.entries()) {
        if (position >= timeline.years.length) continue;
        add({ group, planned, id: `activity:${group}:${index + 1}:${occasion + 1}`, position, monthAndDay });
      }
    }
  }
  return records;

  function add(options: {
    group: GroupLetter;
    planned: PlannedActivity;
    id: string;
    position: number;
    monthAndDay: string;
  }) {
    const { group, planned, id, position, monthAndDay } = options;
    const day = timeline.on(position, monthAndDay);
    const ends = planned.to === undefined || planned.to[0] >= timeline.years.length ? undefined : planned.to;
    records.activities.push({
      id,
      kind: planned.kind,
      title: planned.title,
      aim: planned.aim ?? null,
      startsOn: formatDay(day),
      endsOn:
        planned.to === undefined
          ? formatDay(day)
          : ends === undefined
            ? null
            : formatDay(timeline.on(...ends)),
      groupId: group,
      fundingId: planned.fundingId ?? null,
      recordedById: schoolId(planned.recordedBy),
      product: planned.product ?? null,
    });
    if (planned.officer !== undefined) {
      const organisationId = bodies.authority;
      records.participations.push({
        id: `${id}:officer`,
        activityId: id,
        organisationId,
        ...planned.officer,
      });
    }
    for (const [key, part] of Object.entries(planned.parts)) {
      records.participations.push({
        id: `${id}:${key}`,
        activityId: id,
        organisationId: schoolId(key),
        ...part,
      });
      const verdict = verdictOf(planned, key);
      if (verdict === undefined) continue;
      records.confirmations.push({
        id: `${id}:${key}:verdict`,
        activityId: id,
        organisationId: schoolId(key),
        verdict,
        decidedOn: formatDay(day + 9),
      });
    }
  }
}

function verdictOf(
  { verdict, recordedBy }: PlannedActivity,
  key: string,
): 'confirmed' | 'disputed' | undefined {
  if (key === recordedBy || verdict === 'unconfirmed') return undefined;
  if (verdict === 'confirmed') return 'confirmed';
  return verdict.disputedBy === key ? 'disputed' : undefined;
}
