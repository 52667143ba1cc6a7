import { type Sql, sql } from '@collegial/query';

/**
 * A row for each student and school: the exclusions of a kind that the student had there in the year, over 1 for each student in the
 * January headcount (registered there alone, or mainly there). A student who was excluded and is not in the headcount counts above the
 * line only, as in the official rate. A year before the first exclusion that the store holds, of any kind, has no data; whether a later
 * year without any is a good year or a gap cannot be known.
 */
export function exclusionsByStudent(kind: 'suspension' | 'permanent'): Sql {
  return sql`
    select
      organisation_id || ' ' || student_id as unit_id, student_id, record_key, organisation_id, academic_year, year_group,
      case when academic_year >= (select min(academic_year) from exclusion) then cast(null as boolean) else false end as covered,
      exclusions as numerator, in_headcount as denominator
    from (
      select student_id, organisation_id, academic_year, max(record_key) as record_key, max(year_group) as year_group,
        max(in_headcount) as in_headcount, sum(exclusions) as exclusions
      from (
        select student_id, organisation_id, academic_year, record_key, year_group,
          case when on_roll_in_january and status in ('current', 'main', 'previous') then 1 else 0 end as in_headcount, 0 as exclusions
        from enrolment_year
        union all
        select student_id, organisation_id, academic_year, record_key, cast(null as integer), 0, 1
        from exclusion where kind = ${kind}
      ) events
      group by student_id, organisation_id, academic_year
    ) students
    where in_headcount = 1 or exclusions > 0`;
}
