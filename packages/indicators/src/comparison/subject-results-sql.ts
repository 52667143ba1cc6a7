import { type Dialect, type Sql, sql } from '@collegial/query';
import { januaryCohort } from '../roll/january-cohort.ts';

/**
 * Tables for use after `with`:
 * - `cohort`: the students of Year 11 in the January headcount of each year, each person once (see `januaryCohort`);
 * - `subject_result`: their best result in each subject, whatever the qualification, from Year 9 to the end of Year 11, in ten-thousandths of a point of Attainment
 *   8, which for GCSEs is a grade. Of several results with one discount code the best counts; a qualification without a subject is one of its own.
 */
export function subjectResults(dialect: Dialect): Sql {
  return sql`
    cohort as (${januaryCohort(11, dialect)}),
    person as (select distinct student_id, person_id from enrolment_year),
    counted as (
      select c.person_id, c.academic_year,
        max(lpad(cast(cast(r.attainment8_points * 10000 as bigint) as varchar), 8, '0') || coalesce(r.subject, r.qualification_id)) as text
      from cohort c
      join person p on p.person_id = c.person_id
      join result r on r.student_id = p.student_id and r.academic_year between c.academic_year - 2 and c.academic_year
      where r.known and r.attainment8_points is not null and coalesce(r.subject, r.qualification_id) is not null
      group by c.person_id, c.academic_year, r.discount_code
    ),
    subject_result as (
      select person_id, academic_year, substr(text, 9) as subject, max(cast(substr(text, 1, 8) as bigint)) as points
      from counted group by person_id, academic_year, substr(text, 9)
    )`;
}
