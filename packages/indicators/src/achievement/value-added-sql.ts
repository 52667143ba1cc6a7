import { type Dialect, raw, type Sql, sql } from '@collegial/query';
import { attainment8Rows } from './attainment-8-sql.ts';

/**
 * A row for each student of Year 11 with Attainment 8 as `value` and prior attainment: `prior`, the mean of the key stage 2 scaled scores that are
 * known less 100, and `prior_squared`, a hundredth of its square. With `years` 3 the cohorts of the two years before count towards a year, too;
 * `one_before` and `two_before` say which.
 */
export function valueAddedRows(dialect: Dialect, { years }: { readonly years: 1 | 3 }): Sql {
  const window = sql`
    window_row as (
      select s.*, 0 as before from scored s
      ${
        years === 1
          ? raw('')
          : sql`union all
      select s.*, b.value as before from scored s cross join ${raw(dialect.series('1', '2', 'b'))}
      where s.academic_year + b.value in (select distinct academic_year from scored)`
      }
    )`;
  return sql`
    with attainment as (${attainment8Rows(dialect)}),
    linked as (select distinct student_id, person_id from enrolment_year),
    test as (
      select a.unit_id, a.academic_year, b.subject_id, ${raw(dialect.argMax('b.points', "cast(b.taken_on as varchar) || ' ' || cast(b.points as varchar)"))} as points
      from attainment a
      join linked l on l.person_id = a.unit_id
      join baseline b on b.student_id = l.student_id
      where b.grade_scheme = 'ks2-scaled-score' and b.points between 80 and 120
        and b.taken_on <= ${raw(dialect.makeDate('a.academic_year - 4', '8', '31'))}
      group by a.unit_id, a.academic_year, b.subject_id
    ),
    prior as (
      select unit_id, academic_year, cast(sum(cast(points as double)) / count(*) - 100 as double) as prior
      from test group by unit_id, academic_year
    ),
    scored as (
      select a.unit_id, a.student_id, a.record_key, a.organisation_id, a.academic_year, a.year_group,
        a.covered and p.prior is not null as covered, a.value, p.prior, p.prior * p.prior / 100 as prior_squared
      from attainment a
      left join prior p on p.unit_id = a.unit_id and p.academic_year = a.academic_year
    ),
    ${window}
    select unit_id || ' ' || cast(academic_year as varchar) as unit_id, student_id, record_key, organisation_id,
      cast(academic_year + before as integer) as academic_year, academic_year as cohort, academic_year as characteristics_year, year_group,
      covered, value, prior, prior_squared,
      case when before = 1 then 1 else 0 end as one_before, case when before = 2 then 1 else 0 end as two_before
    from window_row`;
}
