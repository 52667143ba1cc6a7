/** What a cell with a date holds: a day as `YYYY-MM-DD`, `null` when the date is not known, `undefined` when it cannot be read. */
export type Day = string | null | undefined;

const shapes = [
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ].*)?$/,
  /^(?<day>\d{1,2})[-/](?<month>\d{1,2})[-/](?<year>\d{4})$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
];

/**
 * Reads a date of a register extract, in any of the forms that extracts have had: `2021-09-01`, `01-09-2021`, `01/09/2021`
 * (day first), `20210901`. 1 January 1900 is the register's placeholder for a date that is not known.
 *
 * @example
 * ```ts
 * readDay('01/09/2021'); // '2021-09-01'
 * readDay('1900-01-01'); // null
 * readDay('31-02-2021'); // undefined
 * ```
 */
export function readDay(text: string): Day {
  const cell = text.trim();
  if (cell === '' || cell === 'NA') return null;
  for (const shape of shapes) {
    const { year = '', month = '', day = '' } = shape.exec(cell)?.groups ?? {};
    if (year === '') continue;
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (!exists(iso)) return undefined;
    return iso === '1900-01-01' ? null : iso;
  }
  return undefined;
}

/** The day after a day, both `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function exists(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
