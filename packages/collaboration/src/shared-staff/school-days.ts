import { type AcademicYear, academicYearSpan } from '@collegial/model';
import { dayNumber, isWeekday, overlapOf, type Span } from '../time/days.ts';

/** A year's terms and closures as spans of days. */
export interface SchoolCalendar {
  readonly terms: readonly Span[];
  readonly closures: readonly Span[];
}

/** What {@link schoolDays} needs to know. */
export interface SchoolDaysOptions {
  readonly span: Span;
  readonly academicYear: AcademicYear;
  /** The school's own calendar of that year, where known. */
  readonly calendar: SchoolCalendar | undefined;
  /** School days of a whole year where no calendar is known. */
  readonly daysPerYear: number;
}

/**
 * School days in a span of an academic year. With a calendar: Mondays to Fridays in term that are not closed. Without:
 * the year's days spread evenly over 1 September to 31 July, August having none.
 */
export function schoolDays({ span, academicYear, calendar, daysPerYear }: SchoolDaysOptions): number {
  if (calendar !== undefined) {
    let days = 0;
    for (let day = span.from; day < span.to; day += 1) {
      const within = ({ from, to }: Span) => from <= day && day < to;
      if (isWeekday(day) && calendar.terms.some(within) && !calendar.closures.some(within)) days += 1;
    }
    return days;
  }
  const year = {
    from: dayNumber(academicYearSpan(academicYear).from),
    to: dayNumber(`${academicYear + 1}-08-01`),
  };
  const common = overlapOf(span, year);
  return common === undefined ? 0 : (daysPerYear * (common.to - common.from)) / (year.to - year.from);
}
