import { academicYearOf } from '@collegial/model';
import { type MappingSettings, yearStartsIn } from './mapping-settings.ts';
import type { WireAcademicSession } from './wire-roster.ts';

/**
 * First day of roles for which none is given: the setting; or the first day of the session of type `schoolYear` that `today` lies in; or the first day
 * of the month in which school years start.
 */
export function rollFromOf(
  settings: Pick<MappingSettings, 'rollFrom' | 'jurisdiction' | 'yearStarts'>,
  today: string,
  sessions: readonly WireAcademicSession[] = [],
): string {
  if (settings.rollFrom !== undefined) return settings.rollFrom;
  const years = sessions.filter(
    ({ type, startDate, endDate }) =>
      type?.toLowerCase() === 'schoolyear' &&
      startDate !== undefined &&
      endDate !== undefined &&
      startDate <= today &&
      today < endDate,
  );
  const [first] = years.map(({ startDate }) => startDate as string).sort();
  const month = yearStartsIn(settings);
  return first ?? `${academicYearOf(today, month)}-${String(month).padStart(2, '0')}-01`;
}
