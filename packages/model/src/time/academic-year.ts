import { CollegialError } from '../errors/collegial-error.ts';

/**
 * Academic year, named by the calendar year it starts in: 2023 is 2023/24. In England and Wales it runs from
 * 1 September to 31 August.
 */
export type AcademicYear = number;

/**
 * The academic year that a day lies in.
 *
 * @param date day as `YYYY-MM-DD`
 * @param firstMonth month in which the year starts, 1–12; default 9 (England and Wales); Scotland 8
 *
 * @example
 * ```ts
 * import { academicYearOf } from '@collegial/model';
 *
 * academicYearOf('2024-08-31'); // 2023
 * academicYearOf('2024-09-01'); // 2024
 * ```
 */
export function academicYearOf(date: string, firstMonth = 9): AcademicYear {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= firstMonth ? year : year - 1;
}

/** First and last day of an academic year of England and Wales, as `YYYY-MM-DD`. */
export function academicYearSpan(year: AcademicYear): { from: string; to: string } {
  return { from: `${year}-09-01`, to: `${year + 1}-08-31` };
}

/** An academic year in the usual form: 2023 → `2023/24`. */
export function formatAcademicYear(year: AcademicYear): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/**
 * Reads `2023/24` (also `2023-24` and `202324`, as in official files) as the academic year 2023.
 *
 * @throws {@link CollegialError} `period.invalid` when the text is not an academic year
 */
export function parseAcademicYear(text: string): AcademicYear {
  const match = /^(\d{4})[/-]?(\d{2})$/.exec(text.trim());
  const year = Number(match?.[1]);
  if (match === null || (year + 1) % 100 !== Number(match[2])) {
    throw new CollegialError({
      code: 'period.invalid',
      message: `“${text.slice(0, 20)}” is not an academic year.`,
    });
  }
  return year;
}
