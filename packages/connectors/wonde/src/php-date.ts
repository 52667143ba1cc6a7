/** What became of a date: a day, nothing given, or something that is not one. */
export type DayRead = { readonly day: string | undefined } | { readonly problem: string };

const pattern = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d):(\d\d)(?:\.\d{1,6})?)?$/;
const universal = new Set(['UTC', 'Z', '+00:00', 'Etc/UTC']);
const nothing: DayRead = { day: undefined };
const remembered = new Map<string, DayRead>();

/**
 * Reads a day from a date as Wonde writes it: a PHP date object `{ date: '2015-10-29 00:00:00.000000', timezone_type: 3,
 * timezone: 'UTC' }` or plain text. The day as written counts, whatever the time of day.
 *
 * Eleven in the evening in UTC is midnight of the next day in a British summer: such a value does not say which day is
 * meant, and is a problem rather than a guess.
 *
 * @param value what the server sent; `null`, `undefined`, `''` and `[]` (how PHP writes an empty object) are no date
 */
export function readDay(value: unknown): DayRead {
  if (value === null || value === undefined || value === '') return nothing;
  if (typeof value === 'string') return readText(value, false);
  if (typeof value !== 'object') return { problem: 'is not a date' };
  if (Array.isArray(value)) return value.length === 0 ? nothing : { problem: 'is not a date' };
  const { date, timezone } = value as { date?: unknown; timezone?: unknown };
  if (date === null || date === undefined || date === '') return nothing;
  if (typeof date !== 'string') return { problem: 'is not a date' };
  return readText(date, typeof timezone === 'string' && universal.has(timezone));
}

/** The day of a value that nothing depends on: `undefined` also when it cannot be read. */
export function dayOrNothing(value: unknown): string | undefined {
  const read = readDay(value);
  return 'day' in read ? read.day : undefined;
}

/** A school year has few days and millions of marks: what was read once is looked up. */
function readText(text: string, inUtc: boolean): DayRead {
  const key = inUtc ? `${text}Z` : text;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const read = parse(text, inUtc);
  if (remembered.size >= 10_000) remembered.clear();
  if (text.length <= 32) remembered.set(key, read);
  return read;
}

function parse(text: string, inUtc: boolean): DayRead {
  const [all, year, month, dayOfMonth, hour, minute, second] = pattern.exec(text) ?? [];
  if (all === undefined) return { problem: 'is not a date' };
  const day = `${year}-${month}-${dayOfMonth}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    return { problem: 'is not a day of the calendar' };
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59)
    return { problem: 'is not a time of day' };
  if (inUtc && hour === '23' && minute === '00' && second === '00')
    return { problem: 'is one hour before midnight in UTC and does not say which day is meant' };
  return { day };
}
