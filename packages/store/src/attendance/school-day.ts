import { academicYearOf } from '@collegial/model';

/** A date in the numbers that marks are stored in. */
export interface SchoolDay {
  /** Days since 1 January 1970, as the engine counts them. */
  readonly day: number;
  readonly academicYear: number;
}

const milliseconds = 86_400_000;
const remembered = new Map<string, SchoolDay>();

/** A date as numbers, or `undefined` when the text is no date. A school year has few days, so each is worked out once. */
export function schoolDay(date: string): SchoolDay | undefined {
  const known = remembered.get(date);
  if (known !== undefined) return known;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) return undefined;
  const result = { day: time / milliseconds, academicYear: academicYearOf(date) };
  if (remembered.size >= 10_000) remembered.clear();
  remembered.set(date, result);
  return result;
}
