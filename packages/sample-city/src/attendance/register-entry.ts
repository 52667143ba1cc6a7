import type { Day } from '../calendar/day.ts';
import { hashText } from '../random/hash.ts';
import type { MarkRule, Stay } from '../students/person.ts';

/** One enrolment as its school's register needs it. */
export interface RegisterEntry {
  readonly enrolmentId: string;
  readonly from: Day;
  /** Last day, or the end of time. */
  readonly to: Day;
  readonly cohort: number;
  /** Number that tells the entry's random draws from all others. */
  readonly salt: number;
  /** Probability that an absence begins on an average day. */
  readonly start: number;
  /** Probability that an absence goes on for another day. */
  readonly goesOn: number;
  readonly unauthorised: number;
  readonly lateness: number;
  readonly rules: readonly MarkRule[];
  readonly sessions: Stay['sessions'];
}

/** Shape of a spell of absence with a long-run share of absent sessions. */
export function spellOf(absence: number): { start: number; goesOn: number } {
  const days = 1.35 + 6 * absence * absence;
  // An ordinary spell of one day is a half day in one case of four; see `markDay`.
  const sessionsLost = days - 0.125;
  return { start: Math.min(0.95, absence / (sessionsLost * (1 - absence))), goesOn: 1 - 1 / days };
}

/** The entry of a stay. */
export function registerEntry(seed: number, stay: Stay): RegisterEntry {
  const { start, goesOn } = spellOf(stay.person.absence);
  return {
    enrolmentId: stay.enrolmentId,
    from: stay.from,
    to: stay.to ?? Number.POSITIVE_INFINITY,
    cohort: stay.person.cohort,
    salt: hashText(stay.enrolmentId, seed),
    start,
    goesOn,
    unauthorised: stay.person.unauthorised,
    lateness: stay.person.lateness,
    rules: stay.rules,
    sessions: stay.sessions,
  };
}
