import { type AcademicYear, academicYearSpan, formatAcademicYear } from '@collegial/model';
import { dayNumber, dayText, type Span } from './days.ts';

/** An academic year as a span of days, cut off after the last day that counts. */
export interface ObservedYear extends Span {
  readonly academicYear: AcademicYear;
  /** As `2023/24`. */
  readonly period: string;
}

/**
 * Academic years as spans of days.
 *
 * @param asOf last day that counts, `YYYY-MM-DD`; absent: the end of each year
 */
export function observedYears(years: readonly AcademicYear[], asOf?: string): ObservedYear[] {
  const end = asOf === undefined ? Number.POSITIVE_INFINITY : dayNumber(asOf) + 1;
  return years.map((academicYear) => {
    const { from, to } = academicYearSpan(academicYear);
    const first = dayNumber(from);
    return {
      academicYear,
      period: formatAcademicYear(academicYear),
      from: first,
      to: Math.max(first, Math.min(dayNumber(to) + 1, end)),
    };
  });
}

/** First and last day of several years together, as text. */
export function daysOf(years: readonly ObservedYear[]): { from: string; to: string } {
  return {
    from: dayText(Math.min(...years.map((year) => year.from))),
    to: dayText(Math.max(...years.map((year) => year.to)) - 1),
  };
}
