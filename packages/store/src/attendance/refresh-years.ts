import type { Writer } from '../database/writer.ts';
import { countSilence } from './count-silence.ts';

const bits = (name: string) => `bit_count(m.${name})`;
const total = (...names: readonly string[]) => `cast(sum(${names.map(bits).join(' + ')}) as integer)`;

/**
 * Brings `data.attendance_year` up to date for the enrolments and years that loads have touched, and decides which source an
 * enrolment's attendance is taken from where several give it: the one with most sessions, then the one whose name
 * comes last. Sums are whole numbers, so that neither threads nor order change them.
 */
export async function refreshYears(writer: Writer): Promise<void> {
  await writer.transaction('Refreshing the roll-ups', async () => {
    const [touched = 0] = await writer.numbers('select count(*) from bookkeeping.touched');
    if (touched > 0) await sumMonths(writer);
    // Where only exceptions are recorded, the roll-up also follows calendars and enrolments.
    await countSilence(writer);
    await shadowEnrolments(writer);
    await writer.run('delete from bookkeeping.touched');
  });
}

async function sumMonths(writer: Writer): Promise<void> {
  await writer.run('create or replace temp table due as select distinct * from bookkeeping.touched');
  await writer.run(
    `delete from data.attendance_year y using due d
        where y.enrolment_no = d.enrolment_no and y.academic_year = d.academic_year`,
  );
  await writer.run(
    `insert into data.attendance_year
        (enrolment_no, organisation_id, academic_year, possible, attended, authorised, unauthorised, late_before, late_after, unknown)
        select m.enrolment_no, m.organisation_id, m.academic_year,
          ${total('present', 'approved', 'authorised', 'unauthorised')}, ${total('present', 'approved')},
          ${total('authorised')}, ${total('unauthorised')}, ${total('late_before')}, ${total('late_after')}, ${total('unknown')}
        from data.attendance_month m
        join due d on d.enrolment_no = m.enrolment_no and d.academic_year = m.academic_year
        group by m.enrolment_no, m.organisation_id, m.academic_year
        order by m.academic_year, m.enrolment_no`,
  );
}

async function shadowEnrolments(writer: Writer): Promise<void> {
  const [sources = 0] = await writer.numbers('select count(distinct source_id) from data.enrolment_number');
  if (sources < 2) return;
  await writer.run(
    `create or replace temp table ranked as
      select n.enrolment_no, n.enrolment_id, lpad(cast(coalesce(sum(y.possible + y.unknown), 0) as varchar), 9, '0') || n.source_id as standing
      from data.enrolment_number n left join data.attendance_year y on y.enrolment_no = n.enrolment_no
      group by n.enrolment_no, n.enrolment_id, n.source_id`,
  );
  await writer.run(
    `update data.enrolment_number n set shadowed = (r.standing <> b.best)
      from ranked r join (select enrolment_id, max(standing) as best from ranked group by enrolment_id) b
        on b.enrolment_id = r.enrolment_id
      where r.enrolment_no = n.enrolment_no and n.shadowed <> (r.standing <> b.best)`,
  );
}
