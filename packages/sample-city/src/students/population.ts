import type { Day } from '../calendar/day.ts';
import { type SchoolYear, schoolYear } from '../calendar/school-year.ts';
import type { Timeline } from '../calendar/timeline.ts';
import type { CityOptions } from '../city-options.ts';
import { lastYearOf } from '../places/place-records.ts';
import type { SchoolKey, SchoolProfile } from '../places/school-profile.ts';
import { closingSchool, schoolProfiles } from '../places/school-profiles.ts';
import { createRandom } from '../random/random.ts';
import { apportion } from '../random/stratified.ts';
import { createCohort } from './cohort.ts';
import { closeSchool, finishYear11 } from './end-of-year.ts';
import { type Departure, leaveDuring } from './leave-during.ts';
import type { Person, Stay } from './person.ts';
import { createRoll, type Roll } from './roll.ts';

/** Everyone who was on a roll of the city, with their stays and the moves between schools. */
export interface Population {
  readonly persons: readonly Person[];
  readonly roll: Roll;
  readonly departures: readonly Departure[];
  /** Students on roll at the start, by school. */
  readonly sizes: ReadonlyMap<SchoolKey, number>;
}

/** Lets the city live: intakes, joiners, moves, exclusions, leavers, year by year. */
export function createPopulation(options: CityOptions, timeline: Timeline): Population {
  const { seed, firstYear } = options;
  const persons: Person[] = [];
  const roll = createRoll();
  const departures: Departure[] = [];
  const places = apportion(
    options.students,
    schoolProfiles.flatMap(({ weight }) => Array.from({ length: 5 }, () => weight)),
  );
  const sizes = new Map(
    schoolProfiles.map(({ key }, index) => [
      key,
      places.slice(5 * index, 5 * index + 5).reduce((a, b) => a + b, 0),
    ]),
  );

  for (const [index, school] of schoolProfiles.entries()) {
    for (let age = 0; age < 5; age++) admit(school, firstYear - age, places[5 * index + age]!, 'intake');
  }
  for (const [position, year] of timeline.years.entries()) {
    if (position > 0) admitYear7(year);
    admitJoiners(position, year);
    departures.push(...leaveDuring({ options, timeline, position, roll }));
    finishYear11({ seed, year, roll });
    if (position === timeline.closingYear) {
      departures.push(...closeSchool({ seed, timeline, position, roll }));
    }
  }
  return { persons, roll, departures, sizes };

  /** The closing school takes in no new Year 7 once the closure is known; its places go to its neighbours. */
  function admitYear7(year: SchoolYear): void {
    for (const school of schoolProfiles) {
      const size = Math.round((sizes.get(school.key) ?? 0) / 5);
      const orphaned =
        timeline.closingYear === undefined ? 0 : Math.round((sizes.get(closingSchool) ?? 0) / 15);
      if (school.key === closingSchool && timeline.closingYear !== undefined) continue;
      admit(school, year.year, size + (school.key.startsWith('A') ? orphaned : 0), 'intake');
    }
  }

  /** New to the city during a year: about half of a school's mobility, the other half are moves within the city. */
  function admitJoiners(position: number, year: SchoolYear): void {
    for (const school of schoolProfiles) {
      if (position > lastYearOf(school.key, timeline)) continue;
      const random = createRandom(seed, 'joiners', school.key, year.year);
      const expected = (sizes.get(school.key) ?? 0) * school.mobility * 0.3;
      for (let joiner = random.poisson(Math.min(expected, 500)); joiner > 0; joiner--) {
        const cohort = year.year - random.integer(5);
        const day = year.openDays[5 + random.integer(year.openDays.length - 40)]!;
        admit(school, cohort, 1, `joiner-${year.year}-${joiner}`, day);
      }
    }
  }

  function admit(school: SchoolProfile, cohort: number, count: number, label: string, day?: Day): void {
    const firstIndex = persons.length;
    const created = createCohort({ seed, school, cohort, count, firstIndex, label });
    for (const person of created)
      roll.enter({ person, school: school.key, from: day ?? entryDay(person, school) });
    persons.push(...created);
  }

  /** First day of Year 7, or a later day for some of those who were in the school before the story starts. */
  function entryDay(person: Person, school: SchoolProfile): Day {
    const random = createRandom(seed, 'entry', person.index);
    let entered = person.cohort;
    while (entered < firstYear && random.chance(school.mobility * 0.5)) entered++;
    const days = schoolYear(entered).openDays;
    const late = entered > person.cohort && entered < firstYear;
    return days[late ? random.integer(days.length) : 0]!;
  }
}

/** True when a stay covers a day. */
export function covers(stay: Stay, day: Day): boolean {
  return stay.from <= day && (stay.to === undefined || day <= stay.to);
}
