import type { Timeline } from '../calendar/timeline.ts';
import type { SchoolKey } from '../places/school-profile.ts';
import { specialSchool } from '../places/school-profiles.ts';
import { createRandom } from '../random/random.ts';
import { type Stay, yearGroupIn } from './person.ts';
import { covers } from './population.ts';
import type { Roll } from './roll.ts';

/** A dual registration at the special school: provision for a student, not collaboration between schools. */
export interface SpecialPlacement {
  readonly main: Stay;
  readonly subsidiary: Stay;
}

const homes: readonly SchoolKey[] = ['D2', 'D3', 'D5'];
const thursday = 3;

/**
 * Registers a student or two of three schools at the special school for Thursdays, from the first autumn for as long as
 * they stay. Each school marks `D` for the days that are the other's.
 */
export function createSpecialPlacements(options: {
  seed: number;
  timeline: Timeline;
  roll: Roll;
}): SpecialPlacement[] {
  const { seed, timeline, roll } = options;
  const placements: SpecialPlacement[] = [];
  const year = timeline.years[0]!;
  const from = year.openDays[15]!;
  for (const school of homes) {
    const random = createRandom(seed, 'special', school);
    const candidates = roll.stays.filter(
      (stay) =>
        stay.school === school &&
        stay.status === 'current' &&
        stay.person.sen !== 'none' &&
        yearGroupIn(stay.person, year.year) < 11 &&
        covers(stay, year.openDays.at(-1)!) &&
        covers(stay, from),
    );
    for (const main of random.shuffle(candidates).slice(0, 2)) {
      const sessions = { weekday: thursday };
      const subsidiary = roll.enter({
        person: main.person,
        school: specialSchool,
        from,
        ...(main.to === undefined ? {} : { to: main.to }),
        status: 'subsidiary',
        sessions,
      });
      if (main.to !== undefined) subsidiary.exitReason = 'placement-ended';
      const to = main.to ?? Number.POSITIVE_INFINITY;
      subsidiary.rules.push({ from, to, notWeekday: thursday, code: 'D' });
      main.rules.push({ from, to, weekday: thursday, code: 'D' });
      main.status = 'main';
      placements.push({ main, subsidiary });
    }
  }
  return placements;
}
