import { formatDay } from '../calendar/day.ts';
import type { Timeline } from '../calendar/timeline.ts';
import { schoolId } from '../places/school-profiles.ts';
import { groupBy } from '../random/group-by.ts';
import type { Departure } from '../students/leave-during.ts';
import type { Lessons } from './classes.ts';

/** Students of each group and year whose name stays on a class list after they left for another school of the group. */
const staleEach = 2;

/**
 * Class lists that nobody kept up: the student moved house and is on another school's roll, but the list goes on to the
 * end of the year.
 *
 * @returns ids of the class enrolments
 */
export function addStaleLists(
  lessons: Lessons,
  { timeline, departures }: { readonly timeline: Timeline; readonly departures: readonly Departure[] },
): string[] {
  const ids: string[] = [];
  const moved = departures.filter(
    ({ kind, cause, stay, to }) =>
      kind === 'ordinary' && cause === 'moved' && to !== undefined && isSameGroup(stay.school, to),
  );
  const yearOf = (day: number) => timeline.years.find(({ openDays }) => day <= openDays.at(-1)!);
  const groups = groupBy(moved, ({ stay, on }) => `${stay.school[0]} ${yearOf(on)?.year}`);
  for (const list of groups.values()) {
    for (const { stay, on } of list.slice(0, staleEach)) {
      const year = yearOf(on);
      const last = year?.openDays.at(-1);
      const own = lessons.classEnrolments.find(
        ({ studentId, validTo }) => studentId === stay.studentId && validTo === formatDay(on),
      );
      if (own === undefined || last === undefined || on >= last) continue;
      const id = `${own.id}:stale`;
      ids.push(id);
      lessons.classEnrolments.push({ ...own, id, validFrom: formatDay(on + 1), validTo: formatDay(last) });
    }
  }
  return ids;
}

function isSameGroup(school: string, organisationId: string): boolean {
  const keys = ['1', '2', '3', '4', '5', '6'].map((number) => `${school[0]}${number}`);
  return keys.some((key) => schoolId(key) === organisationId);
}
