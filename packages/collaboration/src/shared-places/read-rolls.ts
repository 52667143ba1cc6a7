import { type QueryEngine, type QueryOptions, type Sql, sql } from '@collegial/query';
import type { ScopeSchools } from '../schools/schools-of-scope.ts';
import { dayNumber, type Span } from '../time/days.ts';

/** A time that a student is on the roll of one of the schools. */
export interface RollEntry extends Span {
  readonly enrolment: string;
  readonly person: string;
  readonly school: string;
  readonly status: 'current' | 'main' | 'guest' | 'subsidiary';
}

/** What {@link readRolls} needs to know. */
export interface ReadRollsOptions extends QueryOptions {
  readonly schools: ScopeSchools;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

interface RollRow {
  readonly enrolment_id: string;
  readonly person_id: string;
  readonly organisation_id: string;
  readonly status: RollEntry['status'];
  readonly entered_on: string;
  readonly left_on: string | null;
}

/** Statuses of a school that is the student's own. */
const main = ['current', 'main'] as const;
const away = ['guest', 'subsidiary'] as const;

/**
 * SQL for the enrolments at the schools on the days asked for, with one id for a person wherever the same link key shows
 * that two records are one. Someone without a link key is met only where schools share their student records.
 */
export function rollSql({ schools, from, to }: ReadRollsOptions): Sql {
  return sql`select enrolment.id as enrolment_id, coalesce(student.link_key, enrolment.student_id) as person_id,
      enrolment.organisation_id, enrolment.status, enrolment.entered_on, enrolment.left_on
    from enrolment left join student on student.id = enrolment.student_id
    where enrolment.organisation_id in (${[...schools.schoolOf.keys()]})
      and enrolment.status in (${[...main, ...away]})
      and enrolment.entered_on <= cast(${to} as date)
      and (enrolment.left_on is null or enrolment.left_on >= cast(${from} as date))`;
}

/** SQL for the students of classes at schools where their main enrolment may not be: one column each for class and person. */
export function visitingSql(options: ReadRollsOptions): Sql {
  return sql`select distinct class_enrolment.id as member_id, class_enrolment.class_id, class.organisation_id,
      coalesce(student.link_key, class_enrolment.student_id) as person_id, class_enrolment.valid_from, class_enrolment.valid_to
    from class_enrolment
    join class on class.id = class_enrolment.class_id
    left join student on student.id = class_enrolment.student_id
    join (select person_id, organisation_id from roll where status in (${main})) home
      on home.person_id = coalesce(student.link_key, class_enrolment.student_id) and home.organisation_id <> class.organisation_id
    where class.organisation_id in (${[...options.schools.schoolOf.keys()]})
      and coalesce(class_enrolment.valid_from, class_enrolment.valid_to, date '1900-01-01') <= cast(${options.to} as date)
      and (class_enrolment.valid_to is null or class_enrolment.valid_to >= cast(${options.from} as date))`;
}

/**
 * All enrolments, by person, of everyone who is a guest or registered twice, who is in a class of another school, or who
 * was on the main roll of two of the schools.
 */
export async function readRolls(
  engine: QueryEngine,
  options: ReadRollsOptions,
): Promise<ReadonlyMap<string, readonly RollEntry[]>> {
  const { schoolOf } = options.schools;
  const rows = await engine.query<RollRow>(
    sql`with roll as (${rollSql(options)}),
      visiting as (${visitingSql(options)}),
      wanted as (
        select person_id from roll where status in (${away})
        union select person_id from visiting
        union select person_id from roll where status in (${main}) group by person_id having count(distinct organisation_id) > 1
      )
      select roll.* from roll join wanted on wanted.person_id = roll.person_id
      order by roll.person_id, entered_on, enrolment_id, organisation_id`,
    options.signal === undefined ? {} : { signal: options.signal },
  );
  const rolls = new Map<string, RollEntry[]>();
  const last = dayNumber(options.to) + 1;
  for (const row of rows) {
    const entry: RollEntry = {
      enrolment: row.enrolment_id,
      person: row.person_id,
      school: schoolOf.get(row.organisation_id) ?? row.organisation_id,
      status: row.status,
      from: dayNumber(row.entered_on),
      to: row.left_on === null ? last : Math.min(last, dayNumber(row.left_on) + 1),
    };
    const known = rolls.get(entry.person);
    if (known === undefined) rolls.set(entry.person, [entry]);
    else known.push(entry);
  }
  return rolls;
}

/** True for an enrolment at the student's own school. */
export function isMain({ status }: RollEntry): boolean {
  return status === 'current' || status === 'main';
}
