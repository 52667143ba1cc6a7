import { gradeSchemes } from '@collegial/model';
import { type Dialect, raw, type Sql, sql } from '@collegial/query';
import { januaryCohort } from '../roll/january-cohort.ts';

/** Schemes whose results count as more than one award even where the qualification itself is not known. */
const doubleAwards = gradeSchemes.filter(({ size = 1 }) => size > 1);

/** Size of a result in GCSEs, over `r`, the view `result`. */
const size = raw(
  `greatest(cast(r.size as integer), case r.grade_scheme ${doubleAwards
    .map((scheme) => `when '${scheme.id}' then ${scheme.size}`)
    .join(' ')} else 0 end)`,
);

/**
 * The tables that indicators of key stage 4 begin with, for use after `with`:
 * - `cohort`: the students of Year 11 in the January headcount, each person once (see `januaryCohort`);
 * - `entry`: their results that count at key stage 4, from Year 9 to the end of Year 11, wherever they were taken: known grades of schemes
 *   that have points in Attainment 8, with `size` in GCSEs.
 */
export function cohortAndEntries(dialect: Dialect): Sql {
  return sql`
    cohort as (${januaryCohort(11, dialect)}),
    person as (select distinct student_id, person_id from enrolment_year),
    entry as (
      select c.person_id, c.academic_year, r.discount_code, r.slot, ${size} as size, r.grade_scheme, r.grade,
        r.good_pass, r.any_pass, cast(r.attainment8_points * 10000 as bigint) as points
      from cohort c
      join person p on p.person_id = c.person_id
      join result r on r.student_id = p.student_id and r.academic_year between c.academic_year - 2 and c.academic_year
      where r.known and r.attainment8_points is not null
    )`;
}
