/** A value that cannot be used: which field, and why. */
export interface Fault {
  readonly field: string;
  readonly reason: string;
}

/** Either a value or the fault that stands in its way. */
export type Read<T> = { readonly value: T; readonly fault?: undefined } | { readonly fault: Fault };

const shapes = [
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/,
  /^(?<day>\d{1,2})[-/](?<month>\d{1,2})[-/](?<year>\d{4})$/,
];

/** Reads a day: `2024-10-05`, `05/10/2024` or `05-10-2024` (day first); `null` for an empty cell. */
export function readDay(text: string, field: string): Read<string | null> {
  if (text === '') return { value: null };
  for (const shape of shapes) {
    const { year = '', month = '', day = '' } = shape.exec(text)?.groups ?? {};
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (year !== '' && isDay(iso)) return { value: iso };
  }
  return { fault: { field, reason: 'the date cannot be read; write it as 2024-10-05 or 05/10/2024' } };
}

/** Reads a number that is not negative, with `,` between thousands and a currency sign if there is one; `null` for an empty cell. */
export function readNumber(
  text: string,
  field: string,
  options: { whole?: boolean } = {},
): Read<number | null> {
  if (text === '') return { value: null };
  const digits = text.replace(/^[£€$]\s*/, '');
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d{1,4})?$/.test(digits))
    return { fault: { field, reason: 'not a number of zero or more' } };
  const value = Number(digits.replaceAll(',', ''));
  if (options.whole && !Number.isInteger(value)) return { fault: { field, reason: 'not a whole number' } };
  return { value };
}

function isDay(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
