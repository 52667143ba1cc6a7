import { dayOf } from '../calendar/day.ts';
import type { SchoolProfile } from '../places/school-profile.ts';
import { createRandom, type Random } from '../random/random.ts';
import { stratifiedFlags, stratifiedNormals } from '../random/stratified.ts';
import { background } from './background.ts';
import type { Person } from './person.ts';
import { pupilNumber } from './pupil-number.ts';

/** What a group of persons that enters a school together is made from. */
export interface CohortOptions {
  readonly seed: number;
  readonly school: SchoolProfile;
  /** Calendar year in which their year group starts Year 7. */
  readonly cohort: number;
  readonly count: number;
  /** Position of the first of them in the city. */
  readonly firstIndex: number;
  /** Tells several groups of one cohort apart: `intake`, or the year in which they joined late. */
  readonly label: string | number;
}

/**
 * Persons of one school and cohort, with traits that hang together: disadvantage goes with lower prior attainment, more
 * absence and more suspensions; special needs with lower attainment; all of them differ between schools.
 */
export function createCohort({ seed, school, cohort, count, firstIndex, label }: CohortOptions): Person[] {
  const random = createRandom(seed, 'cohort', school.key, cohort, label);
  const disadvantaged = stratifiedFlags(random, count, school.disadvantage);
  const residuals = stratifiedNormals(random, count);
  const tendencies = stratifiedNormals(random, count);
  return disadvantaged.map((flag, position) =>
    createPerson({
      random: createRandom(seed, 'person', school.key, cohort, label, position),
      school,
      cohort,
      index: firstIndex + position,
      disadvantaged: flag,
      residual: residuals[position]!,
      tendency: tendencies[position]!,
    }),
  );
}

interface PersonOptions {
  readonly random: Random;
  readonly school: SchoolProfile;
  readonly cohort: number;
  readonly index: number;
  readonly disadvantaged: boolean;
  /** Standard normal deviate of prior attainment. */
  readonly residual: number;
  /** Standard normal deviate of absence. */
  readonly tendency: number;
}

function createPerson(options: PersonOptions): Person {
  const { random, school, cohort, index, disadvantaged, residual, tendency } = options;
  const sex = random.chance(0.49) ? 'F' : 'M';
  const origin = background(random, school.diversity);
  const poor = disadvantaged ? 1 : 0;
  const ability = school.intake + (sex === 'F' ? 0.06 : -0.06) + 0.1 - 0.3 * poor + 0.9 * residual;
  const sen = senOf({ random, school, ability, poor, boy: sex === 'M' });
  const needs = sen === 'none' ? 0 : 1;
  const severe = random.chance(0.016 + 0.036 * poor);
  const logit = -3.36 + 0.42 * poor - 0.2 * ability + 0.25 * needs + school.absence + 0.8 * tendency;
  const absence = severe ? 0.5 + 0.4 * random.next() : 1 / (1 + Math.exp(-logit));
  const conduct =
    0.075 *
    Math.exp(
      0.75 * poor - 0.3 * ability + (sex === 'M' ? 0.3 : -0.2) + 0.4 * needs + 1.1 * random.normal() - 0.3,
    );
  const tested = school.type.includes('special') ? random.chance(0.4) : random.chance(0.975);
  const score = (noise: number) =>
    tested ? Math.max(80, Math.min(120, Math.round(104 + 6.5 * ability + noise))) : undefined;
  return {
    index,
    upn: pupilNumber(index, cohort - 7),
    sex,
    born: dayOf(cohort - 12, 9, 1) + random.integer(365),
    cohort,
    disadvantaged,
    freeSchoolMeals: disadvantaged && random.chance(0.85),
    lookedAfter: disadvantaged && random.chance(0.02),
    sen,
    senSince: sen === 'support' && random.chance(0.2) ? cohort + 1 + random.integer(3) : undefined,
    ethnicity: origin.ethnicity,
    language: origin.language,
    ability,
    reading: score(3.5 * random.normal()),
    mathematics: score(3.5 * random.normal()),
    absence,
    unauthorised: Math.min(0.85, 0.12 + 0.13 * poor + (severe ? 0.25 : 0) + 0.25 * random.next()),
    lateness: Math.min(0.3, 0.022 * Math.exp(0.5 * poor + 0.9 * random.normal())),
    conduct: Math.min(4, conduct),
  };
}

interface NeedsOptions {
  readonly random: Random;
  readonly school: SchoolProfile;
  readonly ability: number;
  readonly poor: number;
  readonly boy: boolean;
}

function senOf({ random, school, ability, poor, boy }: NeedsOptions): Person['sen'] {
  const draw = random.next();
  if (school.type.includes('special')) return 'plan';
  const odds = Math.exp(-2.15 - 0.75 * ability + 0.35 * poor + (boy ? 0.4 : 0));
  const share = odds / (1 + odds);
  if (draw < share * 0.22) return 'plan';
  return draw < share ? 'support' : 'none';
}
