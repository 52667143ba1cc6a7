import { reject } from '@collegial/connector-kit';
import type { MappingSettings } from './mapping-settings.ts';

const daysBefore = new Map<string, string>();
const mostDays = 50_000;

/** The day before another. Few days stand in a file of a million rows, so that they are remembered. */
export function dayBefore(day: string): string {
  const known = daysBefore.get(day);
  if (known !== undefined) return known;
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  // A copy: a day cut out of a file would keep the text around it in memory.
  if (daysBefore.size < mostDays) daysBefore.set(Buffer.from(day).toString(), before);
  return before;
}

/** Last day of something, from the end that is written. */
export function lastDayOf(
  { endDates }: Pick<MappingSettings, 'endDates'>,
  end: string | undefined,
): string | null {
  if (end === undefined) return null;
  return endDates === 'included' ? end : dayBefore(end);
}

/** An end that cannot be: the row is set aside. */
export const endsBeforeItBegins = () => reject('The end lies before the beginning.', { field: 'endDate' });
