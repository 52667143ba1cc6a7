import { type QueryEngine, sql } from '@collegial/query';
import { type ReadRollsOptions, rollSql } from './read-rolls.ts';

/** Codes of England's registers for education at a place that is not the school: off site, and dual registration. */
export const elsewhereCodes = ['B', 'D'] as const;

/** What registers say of one guest or subsidiary enrolment. */
export interface RegisterWord {
  /** Sessions present at the host. */
  readonly attended: number;
  /** Sessions that the home school's register has for the same days, of any code. */
  readonly homeSessions: number;
  /** Those of them that it marks as education elsewhere. */
  readonly elsewhere: number;
}

/** A student with sessions of education elsewhere in one academic year. */
export interface ElsewhereYear {
  readonly person: string;
  readonly school: string;
  readonly academicYear: number;
}

/** Students whose register names education elsewhere on fewer sessions in a year are on single visits. */
export const leastElsewhereSessions = 10;

/** What registers say of guest and subsidiary enrolments, by enrolment. No entry: no register was loaded for either school. */
export async function readRegisters(
  engine: QueryEngine,
  options: ReadRollsOptions,
): Promise<ReadonlyMap<string, RegisterWord>> {
  const rows = await engine.query<{
    enrolment_id: string;
    attended: number;
    home_sessions: number;
    elsewhere: number;
  }>(
    sql`with roll as (${rollSql(options)}),
      away as (select * from roll where status in ('guest', 'subsidiary')),
      home as (
        select away.enrolment_id, away.entered_on, away.left_on, roll.enrolment_id as home_id
        from away join roll on roll.person_id = away.person_id and roll.status in ('current', 'main')
          and roll.organisation_id <> away.organisation_id
      )
      select enrolment_id, cast(sum(attended) as integer) as attended, cast(sum(home_sessions) as integer) as home_sessions,
        cast(sum(elsewhere) as integer) as elsewhere
      from (
        select mark.enrolment_id, 1 as attended, 0 as home_sessions, 0 as elsewhere
        from attendance_mark mark join away on away.enrolment_id = mark.enrolment_id
        where mark.statistical in ('present', 'approved-activity') and mark.code not in (${elsewhereCodes})
          and mark.date between cast(${options.from} as date) and cast(${options.to} as date)
        union all
        select home.enrolment_id, 0, 1, case when mark.code in (${elsewhereCodes}) then 1 else 0 end
        from attendance_mark mark join home on home.home_id = mark.enrolment_id
          and mark.date >= home.entered_on and (home.left_on is null or mark.date <= home.left_on)
        where mark.date between cast(${options.from} as date) and cast(${options.to} as date)
      ) word
      group by enrolment_id order by enrolment_id`,
    options.signal === undefined ? {} : { signal: options.signal },
  );
  return new Map(
    rows.map((row) => [
      row.enrolment_id,
      { attended: row.attended, homeSessions: row.home_sessions, elsewhere: row.elsewhere },
    ]),
  );
}

/** Students of the schools whose register marks education elsewhere, or, in England, `K`, arranged by the authority. */
export async function readElsewhere(
  engine: QueryEngine,
  options: ReadRollsOptions,
): Promise<{ readonly elsewhere: ElsewhereYear[]; readonly byAuthority: ElsewhereYear[] }> {
  const rows = await engine.query<{
    person_id: string;
    organisation_id: string;
    academic_year: number;
    elsewhere: number;
    by_authority: number;
  }>(
    sql`with roll as (${rollSql(options)})
      select roll.person_id, roll.organisation_id, mark.academic_year,
        cast(sum(case when mark.code in (${elsewhereCodes}) then 1 else 0 end) as integer) as elsewhere,
        cast(sum(case when mark.code = 'K' then 1 else 0 end) as integer) as by_authority
      from attendance_mark mark join roll on roll.enrolment_id = mark.enrolment_id and roll.status in ('current', 'main')
      where mark.code in (${[...elsewhereCodes, 'K']})
        and mark.date between cast(${options.from} as date) and cast(${options.to} as date)
      group by roll.person_id, roll.organisation_id, mark.academic_year
      order by roll.person_id, roll.organisation_id, mark.academic_year`,
    options.signal === undefined ? {} : { signal: options.signal },
  );
  const year = (row: (typeof rows)[number]): ElsewhereYear => ({
    person: row.person_id,
    school: options.schools.schoolOf.get(row.organisation_id) ?? row.organisation_id,
    academicYear: row.academic_year,
  });
  return {
    elsewhere: rows.filter((row) => row.elsewhere >= leastElsewhereSessions).map(year),
    byAuthority: rows.filter((row) => row.by_authority >= leastElsewhereSessions).map(year),
  };
}
