import { endsBeforeItBegins, lastDayOf } from './dates.ts';
import { gone } from './gone.ts';
import type { OneRosterContext } from './ids.ts';
import type { WireEnrollment } from './wire-roster.ts';

/** First and last day of an enrollment as records of classes hold them; an end that cannot be, or no day at all, is an outcome. */
export function enrollmentSpanOf(
  row: WireEnrollment,
  id: string,
  { config }: Pick<OneRosterContext, 'config'>,
) {
  const { beginDate = null, endDate } = row;
  const validTo = lastDayOf(config, endDate);
  if (beginDate === null || validTo === null || validTo >= beginDate)
    return { validFrom: beginDate, validTo };
  return endDate === beginDate
    ? gone(row.reading, id, 'enrollment that held on no day')
    : endsBeforeItBegins();
}
