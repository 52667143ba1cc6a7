import { raw, type Sql, sql } from '@collegial/query';
import * as z from 'zod';
import { defineIndicator } from '../definition/define-indicator.ts';
import { mean } from '../definition/kinds.ts';
import { book, official, paper } from '../definition/source.ts';
import { subjectResults } from './subject-results-sql.ts';

const parameters = z.strictObject({
  /** Subject, as the qualifications name it. Default `Mathematics`. */
  subject: z.string().min(1).default('Mathematics'),
  /**
   * How far the grades of each subject lie above those of the same students in their others, as `subjectResiduals` finds it. Absent: nothing is adjusted, and the mean
   * difference of the subject over all students is taken off, as in RAISEonline.
   */
  leniency: z.record(z.string(), z.number()).default({}),
});

/** Relative subject residual: how the students of a subject did in it against the same students in their other subjects. */
export const relativeSubjectResidual = defineIndicator({
  id: 'achievement.relative-subject-residual',
  version: 1,
  valid: { from: '2016-09-01' },
  dimension: 'achievement',
  title: 'Relative subject residual',
  meaning:
    'How many grades the students of a subject are above or below their own results in their other subjects, beyond what is usual for the subject.',
  formula:
    'per student: points in the subject − mean points in the other subjects, each less its leniency; without leniencies the mean of this over all students is taken off; then the mean',
  sources: [
    book('B10'),
    official('DfE and Ofsted', 'RAISEonline: relative performance indicator'),
    paper(
      'A. Kelly, “A study of the comparability of external examinations in different subjects”, Research in Education 16 (1976)',
    ),
  ],
  kind: mean({ counts: 'student' }),
  unit: 'grades',
  better: 'higher',
  needs: ['Assessment', 'Qualification', 'Enrolment'],
  balancedBy: ['achievement.attainment-8', 'achievement.disadvantage-gap'],
  caution:
    'It compares a subject with the others of the same students: a school that does badly in everything has no subject below, and one weak subject lifts the rest. Without leniencies it ' +
    'blames a department for the lenient subjects that its students also take: `subjectResiduals` finds leniencies and gives each department its interval. Grades are steps: half a grade ' +
    'is a few students. Ask what the department does differently, not whom to blame.',
  notPublished:
    'Over all schools the differences of a subject add up to nothing: the figure of a school that is held back could be worked out from the others.',
  parameters,
  sql: ({ subject, leniency }, dialect) => sql`
    with ${subjectResults(dialect)},
    adjusted as (select person_id, academic_year, subject, points - ${leniencies(leniency)} as points from subject_result),
    total as (select person_id, academic_year, count(*) as taken, sum(points) as points from adjusted group by person_id, academic_year),
    difference as (
      select a.person_id, a.academic_year,
        case when t.taken > 1 then cast(round(a.points - cast(t.points - a.points as double) / (t.taken - 1)) as bigint) end as points
      from adjusted a join total t on t.person_id = a.person_id and t.academic_year = a.academic_year
      where a.subject = ${subject}
    ),
    usual as (
      select academic_year, cast(round(cast(sum(points) as double) / count(points)) as bigint) as points
      from difference group by academic_year
    )
    select c.person_id as unit_id, c.student_id, c.record_key, c.organisation_id, c.academic_year, c.year_group,
      d.points is not null as covered, (d.points - ${Object.keys(leniency).length > 0 ? raw('0') : raw('u.points')}) * 0.0001 as value
    from cohort c
    join difference d on d.person_id = c.person_id and d.academic_year = c.academic_year
    join usual u on u.academic_year = c.academic_year`,
});

/** Ten-thousandths to take off, by subject. */
function leniencies(leniency: Readonly<Record<string, number>>): Sql {
  const subjects = Object.entries(leniency).sort(([one], [other]) => (one < other ? -1 : 1));
  if (subjects.length === 0) return raw('0');
  const cases = subjects.map(([subject, grades]) => sql`when ${subject} then ${Math.round(grades * 10_000)}`);
  return sql`case subject ${cases.reduce((all, one) => sql`${all} ${one}`)} else 0 end`;
}
