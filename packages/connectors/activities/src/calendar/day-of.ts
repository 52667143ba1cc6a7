import type ICAL from 'ical.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The day of a time, `YYYY-MM-DD`: as written where it has a time zone or is a whole day, because that is the day where it took place. A time in UTC,
 * as some programs write them, is read in the time zone of the schools.
 */
export function dayOf(time: ICAL.Time, timeZone: string): string {
  if (time.isDate || time.zone?.tzid !== 'UTC') return written(time);
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(new Date(time.toUnixTime() * 1000));
}

const written = ({ year, month, day }: ICAL.Time) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
