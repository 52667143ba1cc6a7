import { type Day, formatDay, weekday } from '../calendar/day.ts';
import type { SchoolYear } from '../calendar/school-year.ts';
import { mix } from '../random/hash.ts';
import { season } from './season.ts';

/** What is the same for all of a school's students on a day. */
export interface SchoolDay {
  readonly day: Day;
  readonly date: string;
  /** 0 Monday to 4 Friday. */
  readonly weekday: number;
  readonly academicYear: number;
  /** Scrambled day, to be mixed with an enrolment's own number. */
  readonly hash: number;
  /** How much more often absences begin than on an average day. */
  readonly absenceFactor: number;
  /** Year group on a visit; 17 to 21: a team of year group 7 to 11 at a sports event; else nobody. */
  readonly tripFor: number;
  /** True when the school had to stay closed without a plan. */
  readonly closed: boolean;
  /** True in the last weeks of Year 11, when some revise at home. */
  readonly studyLeave: boolean;
  /** True in the week of work experience of Year 10. */
  readonly workExperience: boolean;
}

/** The open days of a school, in order. Attendance gets better by 4 % of absence a year, as it has since the pandemic. */
export function* schoolDays(school: number, years: readonly SchoolYear[]): Generator<SchoolDay> {
  for (const [position, { year, openDays, leavingDate }] of years.entries()) {
    const closedDay = openDays[75 + (mix(school ^ year) % 40)];
    for (const day of openDays) {
      const hash = mix(day);
      yield {
        day,
        date: formatDay(day),
        weekday: weekday(day),
        academicYear: year,
        hash,
        absenceFactor: season(day) * (1 - 0.04 * position),
        tripFor: mix(school ^ hash) % 400,
        closed: day === closedDay,
        studyLeave: day > leavingDate - 18,
        workExperience: day > leavingDate + 3 && day < leavingDate + 9,
      };
    }
  }
}
