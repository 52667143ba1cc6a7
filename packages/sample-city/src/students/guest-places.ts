import type { Timeline } from '../calendar/timeline.ts';
import type { SchoolKey } from '../places/school-profile.ts';
import { createRandom } from '../random/random.ts';
import { type Stay, yearGroupIn } from './person.ts';
import { covers } from './population.ts';
import type { Roll } from './roll.ts';

/** Places on a course of one school for students of its partners, one afternoon a week. */
export interface CoursePlaces {
  /** Course that host and guests share. */
  readonly course: string;
  readonly subject: string;
  readonly host: SchoolKey;
  readonly homes: readonly SchoolKey[];
  /** Positions of the years in which the course runs. */
  readonly years: readonly number[];
  /** Places for each home school and year. */
  readonly places: number;
}

/** The planted courses (ch. 10: course places in A; music in D), and vocational places in C once it has a coordinator. */
export const coursePlaces: readonly CoursePlaces[] = [
  { course: 'course:A:art', subject: 'Art', host: 'A4', homes: ['A2', 'A3'], years: [0, 1], places: 6 },
  {
    course: 'course:A:languages',
    subject: 'French',
    host: 'A1',
    homes: ['A2', 'A3'],
    years: [1, 2],
    places: 6,
  },
  {
    course: 'course:C:engineering',
    subject: 'Science',
    host: 'C2',
    homes: ['C3', 'C4'],
    years: [2],
    places: 5,
  },
  { course: 'course:D:music', subject: 'Music', host: 'D1', homes: ['D3', 'D4'], years: [2], places: 5 },
];

/** A guest's stay at the host with the stay at home that goes on. */
export interface GuestPlace {
  readonly course: CoursePlaces;
  readonly position: number;
  readonly home: Stay;
  readonly guest: Stay;
}

const wednesday = 2;

/**
 * Enrols Year 10 students of the home schools as guests for a year's Wednesday afternoons. The home school marks those
 * sessions `B`, education off site; the host keeps marks of its own.
 */
export function createGuestPlaces({
  seed,
  timeline,
  roll,
}: {
  seed: number;
  timeline: Timeline;
  roll: Roll;
}): GuestPlace[] {
  const places: GuestPlace[] = [];
  for (const course of coursePlaces) {
    for (const position of course.years) {
      const year = timeline.years[position];
      if (year === undefined) continue;
      const from = year.openDays[10]!;
      const to = year.openDays.at(-5)!;
      for (const school of course.homes) {
        const random = createRandom(seed, 'guests', course.course, school, position);
        const candidates = roll.stays.filter(
          (stay) =>
            stay.school === school &&
            stay.status === 'current' &&
            yearGroupIn(stay.person, year.year) === 10 &&
            covers(stay, from) &&
            covers(stay, to),
        );
        for (const home of random.shuffle(candidates).slice(0, course.places)) {
          const sessions = { weekday: wednesday, session: 'PM' as const };
          const guest = roll.enter({
            person: home.person,
            school: course.host,
            from,
            to,
            status: 'guest',
            sessions,
          });
          guest.exitReason = 'course-ended';
          guest.destinationId = undefined;
          home.rules.push({ from, to, code: 'B', ...sessions });
          places.push({ course, position, home, guest });
        }
      }
    }
  }
  return places;
}
