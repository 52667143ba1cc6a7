import { raw, type Sql, sql } from '@collegial/query';

/**
 * A row for each enrolment that is registered at the school, with the sessions that a figure counts over those that were possible.
 * Guests are left out: they are not registered. With dual registration both enrolments count, each with its own sessions, since a school
 * marks sessions at the other as not possible. An enrolment without a possible session is due, but not counted.
 *
 * @param numerator SQL over `a`, the view `attendance_year`
 * @param denominator the same; default: possible sessions
 */
export function enrolmentSessions(numerator: Sql, denominator: Sql = raw('a.possible')): Sql {
  return sql`
    select
      e.enrolment_id as unit_id, e.student_id, e.record_key, e.organisation_id, e.academic_year, e.year_group,
      coalesce(a.possible, 0) > 0 as covered,
      case when a.possible > 0 then ${numerator} end as numerator,
      case when a.possible > 0 then ${denominator} end as denominator
    from enrolment_year e
    left join attendance_year a
      on a.enrolment_id = e.enrolment_id and a.academic_year = e.academic_year and a.organisation_id = e.organisation_id
    where e.status in ('current', 'main', 'subsidiary', 'previous')`;
}
