import { type ActivityKind, academicYearOf, activityKind } from '@collegial/model';
import { activityTies } from '../recorded/activity-ties.ts';
import type { Participant } from '../recorded/recorded-activity.ts';
import { sharedPostTie } from '../shared-staff/shared-post-ties.ts';
import { sharedPostsOf } from '../shared-staff/shared-posts-of.ts';
import { unknownReach } from '../ties/reach.ts';
import type { Tie } from '../ties/tie.ts';
import { dayNumber } from '../time/days.ts';
import { observedYears } from '../time/observed-years.ts';
import type { CaseActivity, CasePart, CasePost, ChapterCase } from './chapter-case.ts';

/** What a case tells, as ties: activities confirmed by everyone, posts as staff records would show them. */
export function caseTies(one: ChapterCase): Tie[] {
  const recorded = one.activities.flatMap((activity, index) =>
    activity.days.flatMap((day) => tiesOfDay(activity, `${one.id}-activity-${index}-${day}`, day)),
  );
  return [...recorded, ...one.posts.flatMap((post, index) => tiesOfPost(post, index, one))];
}

function tiesOfDay({ kind, parts, aim, product }: CaseActivity, id: string, day: string): Tie[] {
  const participants = parts.map(participant);
  return activityTies(
    {
      id,
      kind: activityKind(kind) as ActivityKind,
      academicYear: academicYearOf(day),
      startsOn: day,
      endsOn: day,
      aim: aim ?? null,
      product: product ?? null,
      groupId: null,
      fundingId: null,
      recordedBy: null,
      participants,
      verdicts: new Map(participants.map(({ school }) => [school, 'confirmed' as const])),
    },
    () => true,
  ).ties;
}

function tiesOfPost({ posts, from, to }: CasePost, index: number, { id, schools }: ChapterCase): Tie[] {
  const days = { from: dayNumber(from), to: dayNumber(to) + 1 };
  const years = [...new Set([academicYearOf(from), academicYearOf(to)])].sort();
  return sharedPostsOf({
    posts: posts.map(({ school, fte, employer = null }) => ({
      appointment: `${id}-post-${index}-${school}`,
      person: `${id}-person-${index}`,
      school,
      employer,
      role: 'teacher',
      secondment: false,
      permanent: true,
      fte,
      ...days,
    })),
    schools: new Set(Object.keys(schools)),
    years: observedYears(years),
    inForce: [days],
    calendarOf: () => undefined,
    minimumOverlapDays: 28,
    schoolDaysPerYear: 195,
  }).map(sharedPostTie);
}

function participant({ school, role = 'participant', hours, places, amount }: CasePart): Participant {
  return {
    school,
    role,
    people: null,
    students: null,
    reach: unknownReach,
    hours: hours ?? null,
    days: null,
    places: places ?? null,
    amount: amount ?? null,
  };
}
