import type { MarkRule } from '../students/person.ts';
import type { DayMarks } from './day-marks.ts';
import type { SchoolDay } from './school-day.ts';

/** Overwrites the marks of a day by rules: suspension, education elsewhere, the other school's days. */
export function applyRules(rules: readonly MarkRule[], today: SchoolDay, marks: DayMarks): void {
  for (const rule of rules) {
    if (today.day < rule.from || today.day > rule.to) continue;
    if (rule.weekday !== undefined && rule.weekday !== today.weekday) continue;
    if (rule.notWeekday === today.weekday) continue;
    if (rule.session !== 'PM') marks.morning = rule.code;
    if (rule.session !== 'AM') marks.afternoon = rule.code;
  }
}
