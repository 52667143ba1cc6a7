import type { Day } from '../calendar/day.ts';
import type { SchoolYear } from '../calendar/school-year.ts';
import { declinedSchool } from '../places/school-profiles.ts';
import { createRandom } from '../random/random.ts';
import { type Stay, yearGroupIn } from './person.ts';

/** First year, from 0, in which the planted school lets weak students go before their examinations. */
export const gamingFrom = 1;

/** School of the planted gaming. */
export const gamingSchool = declinedSchool;

interface GamingOptions {
  readonly seed: number;
  readonly position: number;
  readonly year: SchoolYear;
  readonly stays: readonly Stay[];
}

/**
 * A planted perverse effect (B13): from the second year on, one school's lowest-attaining tenth of Year 11 leaves the roll
 * between the January census and the examinations, with no destination on record.
 *
 * @returns day of leaving by enrolment id
 */
export function gamingLeavers({ seed, position, year, stays }: GamingOptions): Map<string, Day> {
  if (position < gamingFrom) return new Map();
  const random = createRandom(seed, 'gaming', position);
  const leavingYear = stays.filter(
    ({ school, person, from }) =>
      school === gamingSchool && yearGroupIn(person, year.year) === 11 && from < year.openDays[60]!,
  );
  const count = Math.max(1, Math.round(leavingYear.length / 10));
  return new Map(
    leavingYear
      .toSorted(
        (left, right) => left.person.ability - right.person.ability || left.person.index - right.person.index,
      )
      .slice(0, count)
      .map(({ enrolmentId }) => [enrolmentId, year.openDays[100 + random.integer(40)]!]),
  );
}
