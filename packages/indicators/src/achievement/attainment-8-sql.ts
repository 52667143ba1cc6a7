import { type Dialect, raw, type Sql, sql } from '@collegial/query';
import { cohortAndEntries } from './counted-results.ts';

/**
 * A row for each student of the cohort with the Attainment 8 score as `value`, without any result 0. Worked out in whole ten-thousandths of
 * a point, by aggregates alone. In order:
 * 1. of several results with one discount code the best counts (points, then size, then slot by name);
 * 2. a double award is two entries of its points each;
 * 3. English: the better of language and literature, doubled where both were taken, else once; mathematics: the best, doubled;
 * 4. the three best EBacc entries;
 * 5. the three best of what is open: other qualifications, further EBacc entries, and the other English where both were taken.
 */
export function attainment8Rows(dialect: Dialect): Sql {
  const element = (array: string, position: number) => `coalesce(${dialect.elementAt(array, position)}, 0)`;
  const slot = (name: string) => `case when slot = '${name}' then points end`;
  const three = (array: string) => raw([1, 2, 3].map((position) => element(array, position)).join(' + '));
  return sql`
    with ${cohortAndEntries(dialect)},
    best as (
      select person_id, academic_year,
        max(lpad(cast(points as varchar), 8, '0') || cast(size as varchar) || slot) as text
      from entry where slot <> 'none' and size > 0
      group by person_id, academic_year, discount_code
    ),
    award as (
      select person_id, academic_year, cast(substr(text, 1, 8) as bigint) as points, substr(text, 10) as slot
      from best cross join ${raw(dialect.series('1', 'cast(substr(best.text, 9, 1) as integer)', 'n'))}
    ),
    basket as (
      select person_id, academic_year,
        max(${raw(slot('english-language'))}) as language, max(${raw(slot('english-literature'))}) as literature,
        max(${raw(slot('mathematics'))}) as mathematics, ${raw(dialect.highest(slot('ebacc'), 6))} as ebacc
      from award group by person_id, academic_year
    ),
    open_to as (
      select person_id, academic_year, points from award where slot = 'open'
      union all
      select person_id, academic_year, ${raw(dialect.elementAt('ebacc', 4))} from basket
      union all
      select person_id, academic_year, ${raw(dialect.elementAt('ebacc', 5))} from basket
      union all
      select person_id, academic_year, ${raw(dialect.elementAt('ebacc', 6))} from basket
      union all
      select person_id, academic_year, least(language, literature) from basket where language is not null and literature is not null
    ),
    open_basket as (
      select person_id, academic_year, ${raw(dialect.highest('points', 3))} as points
      from open_to where points is not null group by person_id, academic_year
    ),
    score as (
      select b.person_id, b.academic_year,
        case when language is not null and literature is not null then 2 * greatest(language, literature)
          else coalesce(language, literature, 0) end
        + 2 * coalesce(mathematics, 0) + ${three('b.ebacc')} + ${three('o.points')} as points
      from basket b left join open_basket o on o.person_id = b.person_id and o.academic_year = b.academic_year
    )
    select
      c.person_id as unit_id, c.student_id, c.record_key, c.organisation_id, c.academic_year, c.year_group,
      r.person_id is not null as covered, coalesce(s.points, 0) * 0.0001 as value
    from cohort c
    left join (select distinct person_id, academic_year from entry) r on r.person_id = c.person_id and r.academic_year = c.academic_year
    left join score s on s.person_id = c.person_id and s.academic_year = c.academic_year`;
}
