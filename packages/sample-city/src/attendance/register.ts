import { mix } from '../random/hash.ts';
import { absenceCode, closedCode, interviewCode } from './absence-code.ts';
import type { DayMarks } from './day-marks.ts';
import type { RegisterEntry } from './register-entry.ts';
import { applyRules } from './rules.ts';
import type { SchoolDay } from './school-day.ts';

/** An enrolment in its school's register, with the spell of absence that it is in. */
export interface Register {
  readonly entry: RegisterEntry;
  daysLeft: number;
  code: string;
  /** Academic year of the spell: no spell lasts over the summer. */
  academicYear: number;
}

const scale = 4_294_967_296;

/**
 * Fills in the marks of a day. Every draw is a hash of enrolment and day, so the marks of one enrolment depend on no
 * other. An ordinary absence is a spell of one or more days; one of four that last a day is for half of it only.
 */
export function markDay(register: Register, today: SchoolDay, marks: DayMarks): void {
  const { entry } = register;
  const first = mix(entry.salt ^ today.hash);
  const second = mix(first ^ 0x5bd1e995);
  const yearGroup = 7 + today.academicYear - entry.cohort;
  const start = entry.start * today.absenceFactor;
  const draw = first / scale;
  marks.morning = '/';
  marks.afternoon = '\\';
  marks.minutesLate = null;
  if (register.academicYear !== today.academicYear) {
    register.academicYear = today.academicYear;
    register.daysLeft = 0;
  }
  if (register.daysLeft > 0) {
    register.daysLeft--;
    marks.morning = marks.afternoon = register.code;
  } else if (draw < start) {
    beginSpell({ register, today, marks, second });
  } else {
    markPresent({ entry, today, marks, second, yearGroup, draw: (draw - start) / (1 - start) });
  }
  if (today.studyLeave && yearGroup === 11 && second < 0.1 * scale) marks.morning = marks.afternoon = 'S';
  if (today.closed) marks.morning = marks.afternoon = closedCode(today.day);
  else if (entry.rules.length > 0) applyRules(entry.rules, today, marks);
  if (marks.morning !== 'L' && marks.morning !== 'U') marks.minutesLate = null;
}

interface Spell {
  readonly register: Register;
  readonly today: SchoolDay;
  readonly marks: DayMarks;
  readonly second: number;
}

function beginSpell({ register, today, marks, second }: Spell): void {
  const { entry } = register;
  let days = 0;
  for (let draw = mix(second); draw < entry.goesOn * scale && days < 40; draw = mix(draw ^ days)) days++;
  const code = absenceCode(today.day, second / scale, entry.unauthorised);
  register.daysLeft = days;
  register.code = code;
  const part = days > 0 ? 7 : second & 7;
  const halfDay = code === 'I' ? 'M' : code;
  if (part === 0) marks.morning = halfDay;
  else if (part === 1) marks.afternoon = halfDay;
  else marks.morning = marks.afternoon = code;
}

interface Presence {
  readonly entry: RegisterEntry;
  readonly today: SchoolDay;
  readonly marks: DayMarks;
  readonly second: number;
  readonly yearGroup: number;
  /** Uniform in [0, 1). */
  readonly draw: number;
}

function markPresent({ entry, today, marks, second, yearGroup, draw }: Presence): void {
  if (today.tripFor === yearGroup) {
    marks.morning = marks.afternoon = 'V';
  } else if (today.workExperience && yearGroup === 10) {
    marks.morning = marks.afternoon = 'W';
  } else if (draw < entry.lateness) {
    const afterClose = second < 0.07 * scale;
    marks.morning = afterClose ? 'U' : 'L';
    marks.minutesLate = afterClose ? 35 + (second % 60) : 1 + (second % 20);
  } else if (draw > 0.9995 && yearGroup === 11) {
    marks.afternoon = interviewCode(today.day);
  } else if (today.tripFor === yearGroup + 10 && (second & 7) === 3) {
    marks.afternoon = 'P';
  }
}
