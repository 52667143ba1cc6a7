import type { Timeline } from '../calendar/timeline.ts';
import type { GroupLetter, SchoolKey } from '../places/school-profile.ts';
import { closingSchool, schoolProfiles } from '../places/school-profiles.ts';

/** What a group adds to its members' grades by the end of each year, in GCSE grades (direction as in fig. 10.1). */
const improvement: Record<GroupLetter, readonly number[]> = {
  A: [0, 0.3, 0.6],
  B: [0, 0.25, 0.5],
  C: [0, 0.12, 0.4],
  D: [0, 0.2, 0.45],
};

/** The closing school's last cohort did better than those before it (ch. 10). */
const lastCohort = 0.3;

/** Share of a school's first effect that is left after each year: schools grow more alike, less polarised (ch. 10). */
const persistence = 0.85;

/** The improvement of a group by a year, given by its position. */
export function groupImprovement(group: GroupLetter, position: number): number {
  const steps = improvement[group];
  return steps[Math.min(position, steps.length - 1)]!;
}

/** What a school adds to every grade in a year, in GCSE grades. */
export function schoolEffect(key: SchoolKey, position: number, timeline: Timeline): number {
  const profile = schoolProfiles.find((school) => school.key === key)!;
  const own = profile.effect * persistence ** position;
  const last = key === closingSchool && position === timeline.closingYear ? lastCohort : 0;
  return own + groupImprovement(key[0] as GroupLetter, position) + last;
}
