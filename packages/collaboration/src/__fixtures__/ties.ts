import { activityTies } from '../recorded/activity-ties.ts';
import type { Participant, RecordedActivity } from '../recorded/recorded-activity.ts';
import { sharedPostTie } from '../shared-staff/shared-post-ties.ts';
import { dayNumber, dayText } from '../time/days.ts';
import type { Tie } from '../ties/tie.ts';
import { participant, recorded } from './recorded.ts';

/** The ties of activities between the schools that tests ask about, none out of scope. */
export function tiesOf(activities: readonly RecordedActivity[]): Tie[] {
  return activities.flatMap((activity) => activityTies(activity, () => true).ties);
}

const pair = [participant('a'), participant('b')];

/** Several activities, each a week after the other from the beginning of October. */
export function many(
  count: number,
  kind: string,
  participants: readonly Participant[] = pair,
  change: Partial<RecordedActivity> = {},
): RecordedActivity[] {
  const first = dayNumber(`${change.academicYear ?? 2023}-10-02`);
  return Array.from({ length: count }, (_, index) => {
    const day = dayText(first + 7 * index);
    return recorded(`${kind}-${change.academicYear ?? 2023}-${index}`, kind, participants, {
      startsOn: day,
      endsOn: day,
      ...change,
    });
  });
}

/** What `a` gives `b` once. */
export function given(kind: string, part: Partial<Participant>, change: Partial<RecordedActivity> = {}): Tie[] {
  return tiesOf([
    recorded(
      `${kind}-given-${change.academicYear ?? 2023}`,
      kind,
      [participant('a', { role: 'provider', ...part }), participant('b', { role: 'recipient' })],
      change,
    ),
  ]);
}

/** A person shared by `a` and `b` from the first of September for some days, of whose time `a` gives staff-days. */
export function post(staffDays: number | null, change: { days?: number; academicYear?: number; back?: boolean } = {}): Tie {
  const { days = 300, academicYear = 2023, back = false } = change;
  const from = `${academicYear}-09-01`;
  return sharedPostTie({
    provider: back ? 'b' : 'a',
    recipient: back ? 'a' : 'b',
    academicYear,
    period: '',
    kind: 'shared-post',
    joint: false,
    person: 'p',
    role: 'teacher',
    from,
    to: dayText(dayNumber(from) + days - 1),
    days: staffDays,
    appointments: [`${from}-1`, `${from}-2`],
  });
}
