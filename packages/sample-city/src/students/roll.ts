import type { Day } from '../calendar/day.ts';
import type { SchoolKey } from '../places/school-profile.ts';
import type { Person, Stay } from './person.ts';

/** What an entry to a roll needs. */
export interface Entry {
  readonly person: Person;
  readonly school: SchoolKey;
  readonly from: Day;
  readonly to?: Day;
  readonly status?: Stay['status'];
  readonly sessions?: Stay['sessions'];
}

/** The rolls of all schools. */
export interface Roll {
  /** Every stay in the order of entry. */
  readonly stays: readonly Stay[];
  /** Puts a person on a roll; someone who comes back to a school keeps the student record there. */
  enter(entry: Entry): Stay;
  /** Takes a person off a roll after a last day. */
  leave(stay: Stay, exit: { to: Day; reason?: string | undefined; destinationId?: string | undefined }): void;
  /** Stays that are open and whole: neither guest nor subsidiary. */
  current(): Stay[];
}

/** An empty roll. Ids look like those of an MIS reached through an aggregator: a letter and seven digits. */
export function createRoll(): Roll {
  const stays: Stay[] = [];
  const records = new Map<string, string>();
  return {
    stays,
    enter({ person, school, from, to, status = 'current', sessions }) {
      const key = `${school}/${person.index}`;
      const studentId = records.get(key) ?? `A${1_000_001 + records.size}`;
      records.set(key, studentId);
      const stay: Stay = {
        person,
        school,
        studentId,
        enrolmentId: `E${3_000_001 + stays.length}`,
        status,
        from,
        to,
        exitReason: undefined,
        destinationId: undefined,
        rules: [],
        ...(sessions === undefined ? {} : { sessions }),
      };
      stays.push(stay);
      return stay;
    },
    leave(stay, { to, reason, destinationId }) {
      stay.to = to;
      stay.exitReason = reason;
      stay.destinationId = destinationId;
    },
    current: () =>
      stays.filter(({ to, status }) => to === undefined && (status === 'current' || status === 'main')),
  };
}
