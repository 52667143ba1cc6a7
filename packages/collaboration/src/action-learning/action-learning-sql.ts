import { type Sql, sql } from '@collegial/query';

/** One row of {@link actionLearningSql}. */
export interface ActionLearningRow {
  readonly set_id: string;
  readonly people: number;
  readonly too_large: boolean;
  readonly cycles: number;
  readonly cycles_completed: number;
  readonly written: number;
  readonly answered: number;
  readonly median_days_to_answer: number | null;
}

/**
 * The indicators of action learning sets as SQL over the views, a row for each set of a list: the same as `actionLearningOf` gives for each. It checks no agreement:
 * `actionLearning` does.
 *
 * @param sets ids of the sets
 * @param asOf last day that counts, `YYYY-MM-DD`
 */
export function actionLearningSql(sets: readonly string[], asOf: string): Sql {
  const day = sql`cast(${asOf} as date)`;
  const done = (step: Sql) => sql`(${step} is not null and ${step} <= ${day})`;
  return sql`with learning as (
      select id, case when ends_on < ${day} then ends_on else ${day} end as last_day
      from action_learning_set where id in (${sets}) and starts_on <= ${day}
    ), size as (
      select learning.id, coalesce(sum(people), 0) as people
      from learning left join action_learning_member member on member.set_id = learning.id
        and (valid_from is null or valid_from <= last_day) and (valid_to is null or valid_to >= last_day)
      group by learning.id
    ), cycle as (
      select set_id, count(*) as cycles, sum(case when ${done(sql`discussed_on`)} and ${done(sql`read_on`)}
        and ${done(sql`analysed_on`)} and ${done(sql`reconsidered_on`)} and ${done(sql`reviewed_on`)} then 1 else 0 end) as completed
      from action_learning_cycle where starts_on <= ${day} group by set_id
    ), account as (
      select set_id, answer is not null and (answered_on is null or answered_on <= ${day}) as answered,
        case when answer is not null and answered_on between written_on and ${day}
          then date_diff('day', written_on, answered_on) end as wait
      from account_of_practice where written_on <= ${day} and author_id <> host_id
    ), total as (
      select set_id, count(*) as written, sum(case when answered then 1 else 0 end) as answered from account group by set_id
    ), ranked as (
      select set_id, wait, row_number() over (partition by set_id order by wait) as place,
        count(*) over (partition by set_id) as waits
      from account where wait is not null
    ), middle as (
      select set_id, avg(cast(wait as double)) as median from ranked
      where place * 2 between waits and waits + 2 group by set_id
    )
    select size.id as set_id, cast(people as integer) as people, people > 8 as too_large,
      cast(coalesce(cycles, 0) as integer) as cycles, cast(coalesce(completed, 0) as integer) as cycles_completed,
      cast(coalesce(written, 0) as integer) as written, cast(coalesce(total.answered, 0) as integer) as answered,
      median as median_days_to_answer
    from size left join cycle on cycle.set_id = size.id left join total on total.set_id = size.id
      left join middle on middle.set_id = size.id
    order by size.id`;
}
