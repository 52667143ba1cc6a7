import { type Dialect, raw, type Sql, sql } from '@collegial/query';

/**
 * The students in the January headcount of each year, of all year groups: each person once, at the one school where they are registered alone or
 * mainly. Of several such enrolments the latest counts. Columns: person_id, student_id, record_key, organisation_id, academic_year, year_group.
 */
export function januaryHeadcount(dialect: Dialect): Sql {
  const latest = "cast(entered_on as varchar) || ' ' || enrolment_id";
  const of = (column: string) => raw(`${dialect.argMax(column, latest)} as ${column}`);
  return sql`
    select person_id, academic_year, ${of('student_id')}, ${of('organisation_id')}, ${of('record_key')}, ${of('year_group')}
    from enrolment_year
    where on_roll_in_january and status in ('current', 'main', 'previous')
    group by person_id, academic_year`;
}

/**
 * A row for each student of the January headcount: value 1 for those with a characteristic, 0 for the others, null where it is not known.
 *
 * @param holds an expression over `d.`, the view `student_year`: true, false or null
 */
export function headcountWith(holds: string, dialect: Dialect): Sql {
  return sql`
    select h.person_id as unit_id, h.student_id, h.record_key, h.organisation_id, h.academic_year, h.year_group,
      (${raw(holds)}) is not null as covered, case when ${raw(holds)} then 1 when not (${raw(holds)}) then 0 end as value
    from (${januaryHeadcount(dialect)}) h
    left join student_year d on d.student_id = h.student_id and d.academic_year = h.academic_year`;
}
