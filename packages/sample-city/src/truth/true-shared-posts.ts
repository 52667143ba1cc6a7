import { formatDay } from '../calendar/day.ts';
import type { Timeline } from '../calendar/timeline.ts';
import { schoolId } from '../places/school-profiles.ts';
import type { PlacedPerson } from '../staff/create-staff.ts';
import type { TrueSharedPost } from './city-truth.ts';

/** Each pair of schools with each year in which a planted person held posts at both at once. */
export function trueSharedPosts(people: readonly PlacedPerson[], timeline: Timeline): TrueSharedPost[] {
  return people.flatMap((person) =>
    person.held.flatMap((one, index) =>
      person.held.slice(index + 1).flatMap((other) => {
        if (one.school === other.school) return [];
        const [first, second] = schoolId(one.school) < schoolId(other.school) ? [one, other] : [other, one];
        return timeline.years.flatMap(({ year }, position): TrueSharedPost[] => {
          const from = Math.max(one.from, other.from, timeline.start(position));
          const to = Math.min(one.to ?? Infinity, other.to ?? Infinity, timeline.end(position));
          if (from > to) return [];
          return [
            {
              schools: [schoolId(first.school), schoolId(second.school)],
              academicYear: year,
              teacherNumber: person.teacherNumber,
              staffIds: [first.staffId, second.staffId],
              fte: [first.fte, second.fte],
              from: formatDay(from),
              to: formatDay(to),
            },
          ];
        });
      }),
    ),
  );
}
