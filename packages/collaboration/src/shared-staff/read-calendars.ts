import type { AcademicYear } from '@collegial/model';
import { type QueryEngine, type QueryOptions, sql } from '@collegial/query';
import type { ScopeSchools } from '../schools/schools-of-scope.ts';
import { dayNumber, type Span } from '../time/days.ts';
import type { SchoolCalendar } from './school-days.ts';

interface CalendarRow {
  readonly organisation_id: string;
  readonly academic_year: number;
  readonly terms: unknown;
  readonly closures: unknown;
}

/** The calendars of schools, by school and academic year; a school without one takes that of the school before it. */
export async function readCalendars(
  engine: QueryEngine,
  { schoolOf }: ScopeSchools,
  years: readonly AcademicYear[],
  options: QueryOptions,
): Promise<(school: string, year: AcademicYear) => SchoolCalendar | undefined> {
  const rows = await engine.query<CalendarRow>(
    sql`select organisation_id, academic_year, terms, closures from calendar
      where organisation_id in (${[...schoolOf.keys()]}) and academic_year in (${years}) order by id`,
    options,
  );
  const calendars = new Map<string, SchoolCalendar>();
  const keep = (row: CalendarRow) => {
    const key = `${row.academic_year} ${schoolOf.get(row.organisation_id)}`;
    if (!calendars.has(key)) calendars.set(key, { terms: spans(row.terms), closures: spans(row.closures) });
  };
  for (const row of rows) if (schoolOf.get(row.organisation_id) === row.organisation_id) keep(row);
  for (const row of rows) keep(row);
  return (school, year) => calendars.get(`${year} ${school}`);
}

function spans(json: unknown): Span[] {
  const list = (typeof json === 'string' ? JSON.parse(json) : json) as { from: string; to: string }[];
  return list.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) + 1 }));
}
