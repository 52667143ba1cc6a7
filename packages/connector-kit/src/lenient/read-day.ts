/** How a source writes its days. */
export type DayFormat = 'yyyy-mm-dd' | 'yyyymmdd' | 'dd/mm/yyyy' | 'dd-mm-yyyy' | 'dd.mm.yyyy' | 'mm/dd/yyyy';

/** A day found in a text. */
export interface FoundDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** True when the text is the day in its format, and nothing else. */
  readonly exact: boolean;
}

const time = '(?:[T ].*)?$';
const iso = new RegExp(`^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})${time}`);
const patterns: Readonly<Record<DayFormat, RegExp>> = {
  'yyyy-mm-dd': iso,
  yyyymmdd: new RegExp(`^(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})${time}`),
  'dd/mm/yyyy': new RegExp(`^(?<day>\\d{1,2})/(?<month>\\d{1,2})/(?<year>\\d{4})${time}`),
  'dd-mm-yyyy': new RegExp(`^(?<day>\\d{1,2})-(?<month>\\d{1,2})-(?<year>\\d{4})${time}`),
  'dd.mm.yyyy': new RegExp(`^(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})${time}`),
  'mm/dd/yyyy': new RegExp(`^(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})${time}`),
};

/**
 * Finds a day that exists, in a format or in ISO 8601, with or without a time after it. The time is left as it stands: the day is that of the
 * source's own clock.
 */
export function readDay(value: string, format: DayFormat): FoundDay | undefined {
  const text = value.trim();
  // The usual form, and the hot path: no groups are made.
  if (format === 'yyyy-mm-dd') {
    const day = text.slice(0, 10);
    return iso.test(text) && dayExists(day) ? { day, exact: text.length === 10 } : undefined;
  }
  const { groups } = patterns[format].exec(text) ?? iso.exec(text) ?? {};
  if (groups === undefined) return undefined;
  const two = (part = '') => part.padStart(2, '0');
  const day = `${groups.year}-${two(groups.month)}-${two(groups.day)}`;
  if (!dayExists(day)) return undefined;
  return { day, exact: text.length === format.length && patterns[format].test(text) };
}

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dayExists(text: string): boolean {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  if (day < 1 || day > (daysOf[month - 1] ?? 0)) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return leap || month !== 2 || day < 29;
}
