import type { EntityInput } from '@collegial/model';
import type { SchoolYear } from '../calendar/school-year.ts';
import { hashText } from '../random/hash.ts';
import type { DayMarks } from './day-marks.ts';
import { markDay, type Register } from './register.ts';
import type { RegisterEntry } from './register-entry.ts';
import { schoolDays } from './school-day.ts';

/** What the marks of a school are made from. */
export interface SchoolMarksOptions {
  readonly seed: number;
  readonly organisationId: string;
  readonly entries: readonly RegisterEntry[];
  /** The years in which the school is open. */
  readonly years: readonly SchoolYear[];
}

/** The marks of one school in date order, made one by one: only a few numbers for each enrolment are kept. */
export function* schoolMarks(options: SchoolMarksOptions): Generator<EntityInput<'AttendanceMark'>> {
  const { seed, organisationId, entries, years } = options;
  const registers: Register[] = entries
    .toSorted((left, right) => left.from - right.from)
    .map((entry) => ({ entry, daysLeft: 0, code: 'I', academicYear: 0 }));
  const marks: DayMarks = { morning: '/', afternoon: '\\', minutesLate: null };
  for (const today of schoolDays(hashText(organisationId, seed), years)) {
    const { date, day } = today;
    for (const register of registers) {
      const { enrolmentId, from, to, sessions, rules } = register.entry;
      if (from > day) break;
      if (to < day) continue;
      // A guest has marks on the course's days alone; a dual registration on every day, `D` on those of the main school.
      if (sessions !== undefined && rules.length === 0 && sessions.weekday !== today.weekday) continue;
      markDay(register, today, marks);
      const { morning, afternoon, minutesLate } = marks;
      if (sessions?.session !== 'PM') {
        yield { enrolmentId, organisationId, date, session: 'AM', code: morning, minutesLate };
      }
      if (sessions?.session !== 'AM') {
        yield { enrolmentId, organisationId, date, session: 'PM', code: afternoon, minutesLate: null };
      }
    }
  }
}
