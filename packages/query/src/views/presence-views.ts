import { columns, type View } from './view.ts';

const masks = [
  'present',
  'approved',
  'authorised',
  'unauthorised',
  'not_possible',
  'late_before',
  'late_after',
  'unknown',
] as const;

const list = (words: readonly string[], column: string) =>
  `case ${column} ${words.map((word, index) => `when ${index} then '${word}'`).join(' ')} end`;
const statistical = ['unknown', 'present', 'approved-activity', 'authorised', 'unauthorised', 'not-possible'];
const legal = ['unknown', 'present', 'attending-elsewhere', 'absent', 'unable-to-attend', 'administrative'];

/** Attendance and exclusions. */
export const presenceViews: readonly View[] = [
  {
    name: 'attendance_mark',
    description:
      'Every mark as the register gave it and as it was read, for audit; indicators read the masks and the roll-up.',
    columns: columns([
      ['enrolment_id', 'VARCHAR', 'Enrolment.'],
      ['organisation_id', 'VARCHAR', 'School.'],
      ['academic_year', 'SMALLINT', 'Year it starts in.'],
      ['date', 'DATE', 'Day.'],
      ['session', 'VARCHAR', 'AM or PM.'],
      ['code', 'VARCHAR', 'As the MIS writes it.'],
      ['statistical', 'VARCHAR', 'How it counts in official statistics; unknown when the code is not known.'],
      ['legal', 'VARCHAR', 'What it is in law; unknown when the code is not known.'],
      ['late', 'VARCHAR', 'before-close or after-close; null when not late.'],
      ['minutes_late', 'INTEGER', 'Minutes late, where given.'],
      ['basis', 'VARCHAR', 'mark or exception.'],
    ]),
    sql: () => `
      select
        n.enrolment_id, n.organisation_id, m.academic_year, m.day as "date",
        case m.session when 0 then 'AM' else 'PM' end as session, c.code,
        ${list(statistical, 'm.meaning')} as statistical, ${list(legal, 'm.legal')} as legal,
        case m.late when 1 then 'before-close' when 2 then 'after-close' end as late, m.minutes_late,
        case m.basis when 0 then 'mark' else 'exception' end as basis
      from data.attendance_mark m
      join data.enrolment_number n on n.enrolment_no = m.enrolment_no and not n.shadowed
      join data.attendance_code c on c.code_no = m.code_no`,
  },
  {
    name: 'attendance_month',
    description:
      'An enrolment in a calendar month as session masks: bit (day − 1) × 2 is the morning, the next one the afternoon.',
    columns: columns([
      ['enrolment_id', 'VARCHAR', 'Enrolment.'],
      ['organisation_id', 'VARCHAR', 'School.'],
      ['academic_year', 'SMALLINT', 'Year it starts in.'],
      ['month', 'INTEGER', 'Year and month, for example 202409.'],
      ['present', 'BIGINT', 'Sessions present.'],
      ['approved', 'BIGINT', 'Sessions at an approved educational activity, which count as attendance.'],
      ['authorised', 'BIGINT', 'Sessions of authorised absence.'],
      ['unauthorised', 'BIGINT', 'Sessions of unauthorised absence.'],
      ['not_possible', 'BIGINT', 'Sessions that do not count as possible.'],
      ['late_before', 'BIGINT', 'Sessions with an arrival before the register closed; also in present.'],
      ['late_after', 'BIGINT', 'Sessions with an arrival after the register closed; also in unauthorised.'],
      ['unknown', 'BIGINT', 'Sessions with a code that is not known: in no other mask.'],
    ]),
    sql: () => `
      select n.enrolment_id, m.organisation_id, m.academic_year, m.month, ${masks.map((mask) => `m.${mask}`).join(', ')}
      from data.attendance_month m join data.enrolment_number n on n.enrolment_no = m.enrolment_no and not n.shadowed`,
  },
  {
    name: 'attendance_year',
    description:
      'The sessions of an enrolment in an academic year, by how they count in official statistics.',
    columns: columns([
      ['enrolment_id', 'VARCHAR', 'Enrolment.'],
      ['student_id', 'VARCHAR', 'Student at the source; null when the enrolment has not been loaded.'],
      ['record_key', 'UINTEGER', 'Keyed random number of the person, for protection.'],
      ['organisation_id', 'VARCHAR', 'School.'],
      ['academic_year', 'SMALLINT', 'Year it starts in.'],
      ['possible', 'INTEGER', 'Possible sessions: attended + absent.'],
      ['attended', 'INTEGER', 'Sessions present or at an approved educational activity.'],
      ['absent', 'INTEGER', 'authorised + unauthorised.'],
      ['authorised', 'INTEGER', 'Sessions of authorised absence.'],
      ['unauthorised', 'INTEGER', 'Sessions of unauthorised absence.'],
      ['late_before', 'INTEGER', 'Late before the register closed.'],
      ['late_after', 'INTEGER', 'Late after the register closed.'],
      ['unknown', 'INTEGER', 'Sessions with a code that is not known; in none of the others.'],
    ]),
    sql: () => `
      select
        n.enrolment_id, e.student_id, coalesce(s.record_key, 0) as record_key, a.organisation_id, a.academic_year,
        a.possible, a.attended, a.authorised + a.unauthorised as absent, a.authorised, a.unauthorised, a.late_before, a.late_after, a.unknown
      from data.attendance_year a
      join data.enrolment_number n on n.enrolment_no = a.enrolment_no and not n.shadowed
      left join data.enrolment e on e.id = n.enrolment_id and not e.shadowed
      left join data.student s on s.id = e.student_id and not s.shadowed`,
  },
  {
    name: 'exclusion',
    description: 'A suspension, permanent exclusion or lunchtime exclusion.',
    columns: columns([
      ['exclusion_id', 'VARCHAR', 'Exclusion.'],
      ['student_id', 'VARCHAR', 'Student at the source.'],
      ['record_key', 'UINTEGER', 'Keyed random number of the person, for protection.'],
      ['organisation_id', 'VARCHAR', 'School.'],
      ['academic_year', 'SMALLINT', 'Year it starts in.'],
      ['kind', 'VARCHAR', 'suspension, permanent or lunchtime.'],
      ['starts_on', 'DATE', 'First day.'],
      ['ends_on', 'DATE', 'Last day; null when permanent or not known.'],
      ['sessions', 'DECIMAL(18,4)', 'Half-day sessions lost; null when not known.'],
    ]),
    sql: (dialect) => `
      select x.id as exclusion_id, x.student_id, coalesce(s.record_key, 0) as record_key, x.organisation_id,
        cast(${dialect.academicYear('x.starts_on')} as smallint) as academic_year, x.kind, x.starts_on, x.ends_on, x.sessions
      from data.exclusion x left join data.student s on s.id = x.student_id and not s.shadowed
      where not x.shadowed`,
  },
];
