/** A day as the number of days since 1 January 1970, so that arithmetic needs no time zone. */
export type Day = number;

const written = new Map<Day, string>();

/** A day from its parts; the month is 1–12. */
export function dayOf(year: number, month: number, date: number): Day {
  return Date.UTC(year, month - 1, date) / 86_400_000;
}

/** Reads `YYYY-MM-DD`. */
export function parseDay(text: string): Day {
  return dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/** Writes a day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  let text = written.get(day);
  if (text === undefined) {
    text = new Date(day * 86_400_000).toISOString().slice(0, 10);
    written.set(day, text);
  }
  return text;
}

/** Day of the week, 0 Monday to 6 Sunday. */
export function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The first given weekday (0 Monday) on or after a day. */
export function weekdayFrom(day: Day, wanted: number): Day {
  return day + ((wanted - weekday(day) + 7) % 7);
}

/** Easter Sunday of a year, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}
