import type { Day } from '../calendar/day.ts';
import type { Timeline } from '../calendar/timeline.ts';
import type { CityOptions } from '../city-options.ts';
import { bodies } from '../places/other-organisations.ts';
import { lastYearOf } from '../places/place-records.ts';
import type { SchoolKey, SchoolProfile } from '../places/school-profile.ts';
import { schoolId, schoolProfiles, specialSchool } from '../places/school-profiles.ts';
import { createRandom, type Random } from '../random/random.ts';
import { atWeight } from '../random/weighted.ts';
import { gamingLeavers } from './gaming-leavers.ts';
import { type Stay, yearGroupIn } from './person.ts';
import type { Roll } from './roll.ts';

/** Someone who left a school before the end of Year 11. */
export interface Departure {
  readonly stay: Stay;
  readonly kind: 'managed-move' | 'ordinary' | 'unrecorded' | 'permanent-exclusion';
  readonly cause: 'moved' | 'left-city' | 'vanished' | 'excluded' | 'closure' | 'gaming';
  /** True when both schools agreed to the move on record. */
  readonly agreed: boolean;
  /** Organisation where the person went; `undefined` when not known. */
  readonly to: string | undefined;
  readonly on: Day;
}

interface YearOptions {
  readonly options: CityOptions;
  readonly timeline: Timeline;
  /** Position of the academic year, from 0. */
  readonly position: number;
  readonly roll: Roll;
}

/** Moves, exclusions and disappearances during one academic year. */
export function leaveDuring({ options, timeline, position, roll }: YearOptions): Departure[] {
  const { seed } = options;
  const year = timeline.years[position]!;
  const profiles = new Map(schoolProfiles.map((school) => [school.key, school]));
  const current = roll.current();
  const gaming = gamingLeavers({ seed, position, year, stays: current });
  const departures: Departure[] = [];
  for (const stay of current) {
    const random = createRandom(seed, 'life', stay.person.index, year.year);
    const mobility = profiles.get(stay.school)!.mobility;
    const draw = random.next();
    const day = year.openDays[Math.floor(random.next() * (year.openDays.length - 25)) + 8]!;
    if (day <= stay.from + 30) continue;
    const excluded = 0.0035 * Math.min(3, stay.person.conduct / 0.2);
    const gamedOn = gaming.get(stay.enrolmentId);
    if (gamedOn !== undefined) departures.push(vanish(stay, gamedOn, 'gaming'));
    else if (draw < excluded) departures.push(exclude(stay, day));
    else if (draw < excluded + 0.5 * mobility && yearGroupIn(stay.person, year.year) < 11) {
      departures.push(move({ stay, day, random }));
    }
  }
  return departures;

  function vanish(stay: Stay, on: Day, cause: 'vanished' | 'gaming'): Departure {
    roll.leave(stay, { to: on });
    return { stay, kind: 'unrecorded', cause, agreed: false, to: undefined, on };
  }

  function exclude(stay: Stay, on: Day): Departure {
    roll.leave(stay, { to: on, reason: 'permanent-exclusion', destinationId: bodies.referralUnit });
    return {
      stay,
      kind: 'permanent-exclusion',
      cause: 'excluded',
      agreed: false,
      to: bodies.referralUnit,
      on,
    };
  }

  function move({ stay, day, random }: { stay: Stay; day: Day; random: Random }): Departure {
    const draw = random.next();
    if (draw < 0.12) return vanish(stay, day, 'vanished');
    if (draw < 0.45 || stay.school === specialSchool) {
      roll.leave(stay, { to: day, reason: 'moved-away', destinationId: bodies.schoolElsewhere });
      return {
        stay,
        kind: 'ordinary',
        cause: 'left-city',
        agreed: false,
        to: bodies.schoolElsewhere,
        on: day,
      };
    }
    const managed = random.chance(stay.person.conduct > 0.2 ? 0.35 : 0.04) && agreeOnMoves(stay.school);
    const school = nextSchool(stay, managed, random);
    const reason = managed ? 'managed-move' : 'moved-school';
    roll.leave(stay, { to: day, reason, destinationId: schoolId(school) });
    roll.enter({ person: stay.person, school, from: entryAfter(day, 1 + random.integer(8)) });
    const kind = managed ? 'managed-move' : 'ordinary';
    return { stay, kind, cause: 'moved', agreed: managed, to: schoolId(school), on: day };
  }

  /** Groups A and B arrange moves from the start, C and D only once they have begun to work together (ch. 10). */
  function agreeOnMoves(school: SchoolKey): boolean {
    return position > 0 || school.startsWith('A') || school.startsWith('B');
  }

  /** A managed move stays within the group; the others go where there are places, which is where few want to go. */
  function nextSchool(stay: Stay, managed: boolean, random: Random): SchoolKey {
    const candidates = schoolProfiles.filter(
      ({ key }) =>
        key !== stay.school &&
        key !== specialSchool &&
        key !== 'B6' &&
        lastYearOf(key, timeline) >= position &&
        (!managed || key[0] === stay.school[0]),
    );
    const weightOf = ({ weight, intake }: SchoolProfile) => weight * Math.exp(-1.5 * intake);
    const total = candidates.reduce((sum, candidate) => sum + weightOf(candidate), 0);
    return (atWeight(candidates, weightOf, random.next() * total) ?? candidates[0]!).key;
  }

  function entryAfter(day: Day, schoolDays: number): Day {
    const index = year.openDays.indexOf(day);
    return year.openDays[Math.min(index + schoolDays, year.openDays.length - 1)]!;
  }
}
