import type { Day } from '../calendar/day.ts';
import type { SchoolKey } from '../places/school-profile.ts';

/** A young person of the city, behind one student record at each school that they went to. */
export interface Person {
  /** Position in the city, from 0. */
  readonly index: number;
  /** Unique pupil number of the English form, with an authority that does not exist. */
  readonly upn: string;
  readonly sex: 'F' | 'M';
  readonly born: Day;
  /** Calendar year in which the person's year group starts Year 7. */
  readonly cohort: number;
  readonly disadvantaged: boolean;
  readonly freeSchoolMeals: boolean;
  readonly lookedAfter: boolean;
  readonly sen: 'none' | 'support' | 'plan';
  /** First academic year in which `sen` is on record; `undefined`: since entry. */
  readonly senSince: number | undefined;
  readonly ethnicity: string;
  readonly language: string;
  /** Prior attainment in standard deviations of the city. */
  readonly ability: number;
  /** Key stage 2 scaled scores; `undefined` when the person took no test. */
  readonly reading: number | undefined;
  readonly mathematics: number | undefined;
  /** Share of sessions missed in an ordinary year, 0–1. */
  readonly absence: number;
  /** Share of absence that is unauthorised, 0–1. */
  readonly unauthorised: number;
  /** Share of mornings late, 0–1. */
  readonly lateness: number;
  /** Expected suspensions in a year. */
  readonly conduct: number;
}

/** Days on which a stay's marks are not the student's own doing. */
export interface MarkRule {
  readonly from: Day;
  readonly to: Day;
  /** Only on this weekday, 0 Monday; absent: every day. */
  readonly weekday?: number;
  /** Every weekday but this one. */
  readonly notWeekday?: number;
  /** Only this session; absent: both. */
  readonly session?: 'AM' | 'PM';
  readonly code: string;
}

/** A time that a person spends on the roll of one school: an enrolment. */
export interface Stay {
  readonly person: Person;
  readonly school: SchoolKey;
  readonly studentId: string;
  readonly enrolmentId: string;
  status: 'current' | 'main' | 'subsidiary' | 'guest';
  readonly from: Day;
  /** Last day on roll; `undefined` while on roll when the city ends. */
  to: Day | undefined;
  exitReason: string | undefined;
  destinationId: string | undefined;
  /** Weekday and session of a guest or subsidiary place; absent: every school day. */
  readonly sessions?: { readonly weekday: number; readonly session?: 'AM' | 'PM' };
  readonly rules: MarkRule[];
}

/** A person's year group in an academic year. */
export function yearGroupIn(person: Person, academicYear: number): number {
  return 7 + academicYear - person.cohort;
}
