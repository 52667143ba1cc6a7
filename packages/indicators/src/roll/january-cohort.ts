import type { Dialect, Sql } from '@collegial/query';
import { raw, sql } from '@collegial/query';

/**
 * The students of a year group in the January headcount of each year: each person once, at the one school where they are registered alone or
 * mainly. Of several such enrolments the latest counts. Columns: person_id, student_id, record_key, organisation_id, academic_year, year_group.
 */
export function januaryCohort(yearGroup: number, dialect: Dialect): Sql {
  const latest = "cast(entered_on as varchar) || ' ' || enrolment_id";
  return sql`
    select person_id, academic_year, ${raw(dialect.argMax('student_id', latest))} as student_id,
      ${raw(dialect.argMax('organisation_id', latest))} as organisation_id, ${raw(dialect.argMax('record_key', latest))} as record_key,
      max(year_group) as year_group
    from enrolment_year
    where year_group = ${yearGroup} and on_roll_in_january and status in ('current', 'main', 'previous')
    group by person_id, academic_year`;
}
