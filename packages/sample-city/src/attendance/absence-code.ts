import { type Day, parseDay } from '../calendar/day.ts';
import { atWeight } from '../random/weighted.ts';

/** Day on which England's attendance codes changed. */
export const codesChanged: Day = parseDay('2024-08-19');

const unauthorisedCodes = Object.entries({ O: 0.66, G: 0.22, N: 0.12 });
const codesBefore = Object.entries({ I: 0.83, C: 0.09, R: 0.03, H: 0.03, T: 0.01, Y: 0.01 });
const codesAfter = Object.entries({
  I: 0.85,
  C: 0.055,
  R: 0.03,
  C2: 0.035,
  C1: 0.008,
  T: 0.006,
  Q: 0.006,
  Y1: 0.006,
  Y7: 0.004,
});

/**
 * Code of an absence of a day or more, in force on that day.
 *
 * @param draw uniform in [0, 1)
 * @param unauthorisedShare share of the student's absence that is unauthorised
 */
export function absenceCode(day: Day, draw: number, unauthorisedShare: number): string {
  if (draw < unauthorisedShare) return codeAt(unauthorisedCodes, draw / unauthorisedShare);
  const rest = (draw - unauthorisedShare) / (1 - unauthorisedShare);
  return codeAt(day < codesChanged ? codesBefore : codesAfter, rest);
}

/** Code for a school that has to stay closed on a day, unplanned. */
export function closedCode(day: Day): string {
  return day < codesChanged ? 'Y' : 'Y4';
}

/** Code for a session at an interview. */
export function interviewCode(day: Day): string {
  return day < codesChanged ? 'J' : 'J1';
}

function codeAt(codes: readonly [string, number][], draw: number): string {
  return atWeight(codes, ([, share]) => share, draw)?.[0] ?? 'I';
}
