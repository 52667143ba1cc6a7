import { DATE, INTEGER, SMALLINT, VARCHAR } from '@duckdb/node-api';
import { appendColumns } from '../database/append-columns.ts';
import type { Writer } from '../database/writer.ts';
import { readMeta, writeMeta } from '../schema/meta.ts';
import { schoolDay } from './school-day.ts';

interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * Counts the sessions of schools that record exceptions only. A session without an exception is attended when three things hold: the school's calendar
 * calls the day a school day, the enrolment is on roll, and the day lies between the first and the last exception that the school ever recorded –
 * before and after, nothing says that anyone was looking. Without a calendar no session is possible, so that there is no rate; what was recorded then
 * counts as unknown.
 */
export async function countSilence(writer: Writer): Promise<void> {
  await writer.run(
    `create or replace temp table exception_school as
      select n.source_id, n.organisation_id, min(m.day) as first_day, max(m.day) as last_day
      from data.attendance_mark m join data.enrolment_number n on n.enrolment_no = m.enrolment_no
      where m.basis = 1 group by n.source_id, n.organisation_id`,
  );
  const [schools = 0] = await writer.numbers('select count(*) from exception_school');
  const counted = (await readMeta(writer)).get('silence-counted') === 'yes';
  if (schools === 0 && !counted) return;
  // Rows that are there because of silence alone have no month; they are made anew.
  await writer.run(
    `delete from data.attendance_year y where not exists (
      select 1 from data.attendance_month m where m.enrolment_no = y.enrolment_no and m.academic_year = y.academic_year)`,
  );
  if (schools > 0) {
    await stageSchoolDays(writer);
    await numberEnrolments(writer);
    await writeYears(writer);
  }
  await writeMeta(writer, 'silence-counted', schools > 0 ? 'yes' : 'no');
}

/** Every session of the calendars of these schools, once, with its place in the order of the year. */
async function stageSchoolDays(writer: Writer): Promise<void> {
  const calendars = await writer.rows(
    `select c.organisation_id, cast(c.terms as varchar), cast(c.closures as varchar), coalesce(list_contains(c.sessions, 'AM'), true), coalesce(list_contains(c.sessions, 'PM'), true)
      from data.calendar c where not c.shadowed and c.organisation_id in (select organisation_id from exception_school)`,
  );
  const columns = {
    organisation: [] as string[],
    year: [] as number[],
    day: [] as number[],
    session: [] as number[],
  };
  for (const [organisation, terms, closures, morning, afternoon] of calendars)
    for (const { day, academicYear } of schoolDays(spansOf(terms), spansOf(closures)))
      for (const session of [...(morning === true ? [0] : []), ...(afternoon === true ? [1] : [])]) {
        columns.organisation.push(String(organisation));
        columns.year.push(academicYear);
        columns.day.push(day);
        columns.session.push(session);
      }
  await writer.run(
    'create or replace temp table calendar_session (organisation_id varchar, academic_year smallint, day date, session integer)',
  );
  await appendColumns(writer.connection, 'calendar_session', [
    { type: VARCHAR, values: columns.organisation },
    { type: SMALLINT, values: Int16Array.from(columns.year) },
    { type: DATE, values: Int32Array.from(columns.day) },
    { type: INTEGER, values: Int32Array.from(columns.session) },
  ]);
  await writer.run('create or replace temp table school_session as select distinct * from calendar_session');
}

/** Enrolments of these schools get a number, whether or not they were ever absent. */
async function numberEnrolments(writer: Writer): Promise<void> {
  await writer.run(
    `insert into data.enrolment_number (enrolment_no, source_id, enrolment_id, organisation_id, shadowed)
      select (select coalesce(max(enrolment_no), 0) from data.enrolment_number) + row_number() over (order by e.source_id, e.id),
        e.source_id, e.id, e.organisation_id, false
      from data.enrolment e
      join exception_school x on x.source_id = e.source_id and x.organisation_id = e.organisation_id
      where not exists (
        select 1 from data.enrolment_number n where n.source_id = e.source_id and n.enrolment_id = e.id)`,
  );
}

async function writeYears(writer: Writer): Promise<void> {
  // Sessions up to a day are looked up, not joined one by one: a school has hundreds of each.
  await writer.run(
    `create or replace temp table sessions_until as
      select organisation_id, academic_year, day, sum(sessions) over (
        partition by organisation_id, academic_year order by day) as sessions
      from (select organisation_id, academic_year, day, count(*) as sessions from school_session group by all)`,
  );
  await writer.run(
    `create or replace temp table on_roll as
      select n.enrolment_no, n.organisation_id, y.academic_year,
        greatest(e.entered_on, x.first_day) as first_day, least(coalesce(e.left_on, x.last_day), x.last_day) as last_day
      from data.enrolment e
      join exception_school x on x.source_id = e.source_id and x.organisation_id = e.organisation_id
      join data.enrolment_number n on n.source_id = e.source_id and n.enrolment_id = e.id
      join (select distinct organisation_id, academic_year from sessions_until) y on y.organisation_id = e.organisation_id
      where e.entered_on <= x.last_day and coalesce(e.left_on, x.last_day) >= x.first_day`,
  );
  await writer.run(
    `create or replace temp table silence as
      select r.enrolment_no, r.organisation_id, r.academic_year, r.first_day, r.last_day,
        cast(coalesce(u.sessions, 0) - coalesce(b.sessions, 0) as integer) as sessions
      from on_roll r
      asof left join sessions_until u
        on u.organisation_id = r.organisation_id and u.academic_year = r.academic_year and r.last_day >= u.day
      asof left join sessions_until b
        on b.organisation_id = r.organisation_id and b.academic_year = r.academic_year and r.first_day > b.day
      where r.first_day <= r.last_day`,
  );
  // Exceptions on days that are no school days, or off roll, belong to no possible session.
  await writer.run(
    `create or replace temp table recorded as
      select s.enrolment_no, s.academic_year,
        count(*) filter (where m.meaning = 3) as authorised, count(*) filter (where m.meaning = 4) as unauthorised,
        count(*) filter (where m.meaning = 5) as not_possible, count(*) filter (where m.meaning = 0) as unknown,
        count(*) filter (where m.late = 1) as late_before, count(*) filter (where m.late = 2) as late_after
      from data.attendance_mark m
      join silence s on s.enrolment_no = m.enrolment_no and m.day between s.first_day and s.last_day
      join school_session d
        on d.organisation_id = s.organisation_id and d.academic_year = s.academic_year and d.day = m.day and d.session = m.session
      where m.basis = 1 group by all`,
  );
  await writer.run(
    `create or replace temp table outside as
      select n.enrolment_no, n.organisation_id, m.academic_year, count(*) as marks
      from data.attendance_mark m
      join data.enrolment_number n on n.enrolment_no = m.enrolment_no
      left join silence s on s.enrolment_no = m.enrolment_no and s.academic_year = m.academic_year and s.sessions > 0
      where m.basis = 1 and s.enrolment_no is null group by all`,
  );
  await writer.run(
    `delete from data.attendance_year y where exists (
      select 1 from data.enrolment_number n
      join exception_school x on x.source_id = n.source_id and x.organisation_id = n.organisation_id
      where n.enrolment_no = y.enrolment_no)`,
  );
  const into =
    'insert into data.attendance_year (enrolment_no, organisation_id, academic_year, possible, attended, authorised, unauthorised, late_before, late_after, unknown)';
  await writer.run(
    `${into}
      select enrolment_no, organisation_id, academic_year, possible, possible - authorised - unauthorised,
        authorised, unauthorised, late_before, late_after, unknown
      from (
        select s.enrolment_no, s.organisation_id, s.academic_year,
          cast(s.sessions - coalesce(m.not_possible, 0) - coalesce(m.unknown, 0) as integer) as possible,
          cast(coalesce(m.authorised, 0) as integer) as authorised, cast(coalesce(m.unauthorised, 0) as integer) as unauthorised,
          cast(coalesce(m.late_before, 0) as integer) as late_before, cast(coalesce(m.late_after, 0) as integer) as late_after,
          cast(coalesce(m.unknown, 0) as integer) as unknown
        from silence s
        left join recorded m on m.enrolment_no = s.enrolment_no and m.academic_year = s.academic_year
        where s.sessions > 0)
      order by academic_year, enrolment_no`,
  );
  await writer.run(
    `${into}
      select enrolment_no, organisation_id, academic_year, 0, 0, 0, 0, 0, 0, cast(marks as integer)
      from outside order by academic_year, enrolment_no`,
  );
}

/** Mondays to Fridays in term that are not closed. */
function* schoolDays(terms: readonly Span[], closures: readonly Span[]) {
  for (const { from, to } of terms) {
    const [first, last] = [schoolDay(from)?.day, schoolDay(to)?.day];
    for (let day = first ?? 0; first !== undefined && last !== undefined && day <= last; day += 1) {
      // Day 0, 1 January 1970, was a Thursday.
      const weekday = (day + 3) % 7;
      if (weekday > 4) continue;
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
      const known = schoolDay(date);
      if (known !== undefined && !closures.some((closure) => closure.from <= date && date <= closure.to))
        yield known;
    }
  }
}

function spansOf(json: unknown): readonly Span[] {
  return JSON.parse(String(json ?? '[]')) as Span[];
}
