import type { Writer } from '../database/writer.ts';
import type { MarkRange } from './stage-marks.ts';

/** Masks in the order of their columns, with the staged marks that set a bit in them. */
const masks = [
  ['present', 'meaning = 1'],
  ['approved', 'meaning = 2'],
  ['authorised', 'meaning = 3'],
  ['unauthorised', 'meaning = 4'],
  ['not_possible', 'meaning = 5'],
  ['late_before', 'late = 1'],
  ['late_after', 'late = 2'],
  ['unknown', 'meaning = 0'],
] as const;

const met = ['present', 'approved', 'authorised', 'unauthorised', 'not_possible', 'unknown'];

/** SQL for the month of a day, for example 202409. */
export const monthOf = (day: string) => `(year(${day}) * 100 + month(${day}))`;

/** SQL condition that a month row lies in a range, for the engine to pass over what does not. */
export const monthInRange = (alias: string) =>
  `${alias}.enrolment_no between $firstEnrolment and $lastEnrolment
    and ${alias}.month between ${monthOf("date '1970-01-01' + $firstDay::integer")} and ${monthOf("date '1970-01-01' + $lastDay::integer")}`;

/** Gathers the staged marks by enrolment and month into the temporary table `staged_month`. */
export async function gatherMonths(writer: Writer): Promise<void> {
  const lists = masks.map(([name, when]) => `bit_or(case when ${when} then bit else 0 end) as ${name}`);
  await writer.run(
    `create or replace temp table staged_month as
      select enrolment_no, academic_year, cast(${monthOf('day')} as integer) as month, bit_or(bit) as touched, ${lists.join(', ')}
      from (select *, 1::bigint << cast((day(day) - 1) * 2 + session as integer) as bit from staged_mark)
      group by all`,
  );
}

/** How the staged months compare with the stored ones. */
export interface MonthComparison {
  readonly staged: number;
  /** Those that are stored already. */
  readonly stored: number;
  /** Those in which a session that is staged has a mark already. */
  readonly overlapping: number;
}

/** Compares the staged months with the stored ones; a batch of new sessions needs to look at nothing else. */
export async function compareMonths(writer: Writer, range: MarkRange): Promise<MonthComparison> {
  const [staged = 0, stored = 0, overlapping = 0] = await writer.numbers(
    `select (select count(*) from staged_month), count(*), count(*) filter (where (${met.map((name) => `m.${name}`).join(' | ')}) & s.touched <> 0)
      from staged_month s join data.attendance_month m on m.enrolment_no = s.enrolment_no and m.month = s.month
      where ${monthInRange('m')}`,
    { ...range },
  );
  return { staged, stored, overlapping };
}

/**
 * Brings the masks up to date: the bits of the touched sessions are cleared, then those of the staged marks set, so that it
 * does not matter what was there before. Notes the roll-ups that are due.
 *
 * @param months comparison of the staged months, or of more than are still staged, with the stored ones
 */
export async function mergeMonths(
  writer: Writer,
  range: MarkRange,
  { staged, stored }: MonthComparison,
): Promise<void> {
  if (stored > 0) {
    const set = masks.map(([name]) => `${name} = (m.${name} & ~s.touched) | s.${name}`);
    await writer.run(
      `update data.attendance_month m set ${set.join(', ')} from staged_month s
        where m.enrolment_no = s.enrolment_no and m.month = s.month and ${monthInRange('m')}`,
      { ...range },
    );
  }
  if (staged > stored) {
    const columns = masks.map(([name]) => name);
    const isNew = `not exists (select 1 from data.attendance_month m
      where m.enrolment_no = s.enrolment_no and m.month = s.month and ${monthInRange('m')})`;
    await writer.run(
      `insert into data.attendance_month (enrolment_no, organisation_id, academic_year, month, ${columns.join(', ')})
        select s.enrolment_no, n.organisation_id, s.academic_year, s.month, ${columns.map((name) => `s.${name}`).join(', ')}
        from staged_month s join data.enrolment_number n on n.enrolment_no = s.enrolment_no
        ${stored === 0 ? '' : `where ${isNew}`}
        order by s.month, s.enrolment_no`,
      stored === 0 ? {} : { ...range },
    );
  }
  await noteTouched(writer);
}

/** Takes the sessions in the temporary table `staged_month` out of all masks; months without a session go. */
export async function clearMonths(writer: Writer, range: MarkRange): Promise<void> {
  const set = masks.map(([name]) => `${name} = m.${name} & ~s.touched`);
  await writer.run(
    `update data.attendance_month m set ${set.join(', ')} from staged_month s
      where m.enrolment_no = s.enrolment_no and m.month = s.month and ${monthInRange('m')}`,
    { ...range },
  );
  await writer.run(
    `delete from data.attendance_month m using staged_month s
      where m.enrolment_no = s.enrolment_no and m.month = s.month and ${monthInRange('m')}
        and (${met.map((name) => `m.${name}`).join(' | ')}) = 0`,
    { ...range },
  );
  await noteTouched(writer);
}

async function noteTouched(writer: Writer): Promise<void> {
  await writer.run(
    'insert into bookkeeping.touched select distinct enrolment_no, academic_year from staged_month',
  );
}
