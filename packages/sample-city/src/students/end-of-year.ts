import type { SchoolYear } from '../calendar/school-year.ts';
import type { Timeline } from '../calendar/timeline.ts';
import { bodies } from '../places/other-organisations.ts';
import type { SchoolKey } from '../places/school-profile.ts';
import { closingSchool, schoolId } from '../places/school-profiles.ts';
import { createRandom } from '../random/random.ts';
import { atWeight } from '../random/weighted.ts';
import type { Departure } from './leave-during.ts';
import { yearGroupIn } from './person.ts';
import type { Roll } from './roll.ts';

/** Year 11 leaves on the leaving date; for some no destination is known. */
export function finishYear11({ seed, year, roll }: { seed: number; year: SchoolYear; roll: Roll }): void {
  for (const stay of roll.current()) {
    if (yearGroupIn(stay.person, year.year) !== 11) continue;
    const random = createRandom(seed, 'destination', stay.person.index);
    const known = random.chance(
      0.95 - 0.12 * (stay.person.disadvantaged ? 1 : 0) - 0.3 * stay.person.absence,
    );
    roll.leave(stay, {
      to: year.leavingDate,
      reason: 'completed',
      destinationId: known ? bodies.college : undefined,
    });
  }
}

const neighbours: readonly { school: SchoolKey; share: number }[] = [
  { school: 'A1', share: 0.35 },
  { school: 'A2', share: 0.25 },
  { school: 'A3', share: 0.3 },
  { school: 'B5', share: 0.06 },
];

/** The closing school's students go to its neighbours, most of them in the same group; a few leave the city. */
export function closeSchool(options: {
  seed: number;
  timeline: Timeline;
  position: number;
  roll: Roll;
}): Departure[] {
  const { seed, timeline, position, roll } = options;
  const lastDay = timeline.years[position]!.openDays.at(-1)!;
  const reopening = timeline.years[position + 1]?.openDays[0];
  const departures: Departure[] = [];
  for (const stay of roll.current()) {
    if (stay.school !== closingSchool) continue;
    const draw = createRandom(seed, 'closure', stay.person.index).next();
    const found = atWeight(neighbours, ({ share }) => share, draw);
    const to = found === undefined ? bodies.schoolElsewhere : schoolId(found.school);
    roll.leave(stay, { to: lastDay, reason: 'school-closed', destinationId: to });
    if (found !== undefined && reopening !== undefined) {
      roll.enter({ person: stay.person, school: found.school, from: reopening });
    }
    departures.push({ stay, kind: 'ordinary', cause: 'closure', agreed: true, to, on: lastDay });
  }
  return departures;
}
