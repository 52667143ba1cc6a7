import { type Dialect, raw, type Sql, sql } from '@collegial/query';
import { cohortAndEntries } from './counted-results.ts';

/** Awards that a result passes: its size, or for combined science 4-3 the one of the two grades that reaches 4. */
const awards = {
  good: `case when r.good_pass then r.size when r.grade_scheme = 'gcse-combined-science' and r.grade = '4-3' then 1 else 0 end`,
  any: `case when r.any_pass then r.size else 0 end`,
};

/**
 * A row for each student of the cohort: 1 where at least five awards were passed, else 0; of several results with one discount code the best
 * counts. A student without any result counts with 0. With `withEnglishAndMathematics`, English language or literature and mathematics must
 * be among the passes.
 */
export function fivePasses(
  pass: keyof typeof awards,
  withEnglishAndMathematics: boolean,
  dialect: Dialect,
): Sql {
  const required = withEnglishAndMathematics ? raw('and english > 0 and mathematics > 0') : raw('');
  return sql`
    with ${cohortAndEntries(dialect)},
    best as (
      select r.person_id, r.academic_year, r.discount_code, max(${raw(awards[pass])}) as passes,
        max(case when r.slot in ('english-language', 'english-literature') then ${raw(awards[pass])} else 0 end) as english,
        max(case when r.slot = 'mathematics' then ${raw(awards[pass])} else 0 end) as mathematics
      from entry r group by r.person_id, r.academic_year, r.discount_code
    ),
    score as (
      select person_id, academic_year, sum(passes) as passes, max(english) as english, max(mathematics) as mathematics
      from best group by person_id, academic_year
    )
    select
      c.person_id as unit_id, c.student_id, c.record_key, c.organisation_id, c.academic_year, c.year_group,
      s.person_id is not null as covered,
      case when s.passes >= 5 ${required} then 1 else 0 end as numerator, 1 as denominator
    from cohort c left join score s on s.person_id = c.person_id and s.academic_year = c.academic_year`;
}
