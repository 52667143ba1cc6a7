import { type Sql, sql } from '@collegial/query';

/** One row of {@link partnershipSql}. */
export interface PartnershipRow {
  readonly partnership_id: string;
  readonly members: number;
  readonly roles_named: number;
  readonly sought: number;
  readonly covered: number;
  readonly protocols: number;
  readonly protocols_agreed: number;
  readonly plan_stated: boolean;
  readonly days_late: number | null;
}

/**
 * The indicators of partnerships as SQL over the views, a row for each partnership of a list: the same as `partnershipOf` gives for each. It checks no agreement:
 * `partnership` does.
 *
 * @param partnerships ids of the partnerships
 * @param asOf last day that counts, `YYYY-MM-DD`
 */
export function partnershipSql(partnerships: readonly string[], asOf: string): Sql {
  const day = sql`cast(${asOf} as date)`;
  const known = (column: Sql) => sql`(${column} is null or ${column} <= ${day})`;
  return sql`with begun as (
      select id, disengagement_plan, disengage_by, case when disengaged_on <= ${day} then disengaged_on end as ended
      from partnership where id in (${partnerships}) and starts_on <= ${day}
    ), member as (
      select partnership_id, organisation_id,
        max(case when responsibility is not null or role = 'supported' then 1 else 0 end) as named
      from partnership_member where ${known(sql`valid_from`)} and (valid_to is null or valid_to >= ${day})
      group by partnership_id, organisation_id
    ), members as (
      select partnership_id, count(*) as members, sum(named) as named from member group by partnership_id
    ), stated as (
      select distinct expertise.partnership_id, expertise.organisation_id, direction,
        lower(regexp_replace(trim(area), '\\s+', ' ', 'g')) as area
      from partnership_expertise expertise join member on member.partnership_id = expertise.partnership_id
        and member.organisation_id = expertise.organisation_id
      where ${known(sql`stated_on`)}
    ), need as (
      select sought.partnership_id, exists (select 1 from stated offer where offer.direction = 'offered'
          and offer.partnership_id = sought.partnership_id and offer.area = sought.area
          and offer.organisation_id <> sought.organisation_id) as covered
      from stated sought where sought.direction = 'sought'
    ), needs as (
      select partnership_id, count(*) as sought, sum(case when covered then 1 else 0 end) as covered
      from need group by partnership_id
    ), protocol as (
      select protocol.partnership_id, not exists (select 1 from member where member.partnership_id = protocol.partnership_id
          and not list_contains(protocol.agreed_by_ids, member.organisation_id)) as agreed
      from partnership_protocol protocol where ${known(sql`agreed_on`)}
    ), protocols as (
      select partnership_id, count(*) as protocols, sum(case when agreed then 1 else 0 end) as agreed
      from protocol group by partnership_id
    )
    select begun.id as partnership_id, cast(coalesce(members, 0) as integer) as members,
      cast(coalesce(named, 0) as integer) as roles_named, cast(coalesce(sought, 0) as integer) as sought,
      cast(coalesce(needs.covered, 0) as integer) as covered, cast(coalesce(protocols, 0) as integer) as protocols,
      cast(coalesce(protocols.agreed, 0) as integer) as protocols_agreed, disengagement_plan is not null as plan_stated,
      case when disengage_by is not null
        then cast(greatest(0, date_diff('day', disengage_by, coalesce(ended, ${day}))) as integer) end as days_late
    from begun left join members on members.partnership_id = begun.id
      left join needs on needs.partnership_id = begun.id left join protocols on protocols.partnership_id = begun.id
    order by begun.id`;
}
