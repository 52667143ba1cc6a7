import type { RollEntry } from '../shared-places/read-rolls.ts';
import { dayNumber } from '../time/days.ts';

/** A span written as its first and last day. */
export function days(from: string, to: string): { from: number; to: number } {
  return { from: dayNumber(from), to: dayNumber(to) + 1 };
}

/** An enrolment, its id made of its parts. */
export function entry(
  person: string,
  school: string,
  status: RollEntry['status'],
  from = '2023-09-01',
  to = '2024-08-31',
): RollEntry {
  return { enrolment: `${person}-${school}-${status}`, person, school, status, ...days(from, to) };
}

/** Enrolments by person. */
export function rollsOf(...entries: readonly RollEntry[]): Map<string, RollEntry[]> {
  const rolls = new Map<string, RollEntry[]>();
  for (const one of entries) rolls.set(one.person, [...(rolls.get(one.person) ?? []), one]);
  return rolls;
}
