import { columns, type View } from './view.ts';

/** Results. */
export const achievementViews: readonly View[] = [
  {
    name: 'result',
    description: 'A result of a student in one qualification, with what its grade counts for.',
    columns: columns([
      ['result_id', 'VARCHAR', 'Result.'],
      ['student_id', 'VARCHAR', 'Student at the source.'],
      ['record_key', 'UINTEGER', 'Keyed random number of the person, for protection.'],
      ['organisation_id', 'VARCHAR', 'School.'],
      ['academic_year', 'SMALLINT', 'Year it starts in.'],
      ['qualification_id', 'VARCHAR', 'Qualification; null when not known.'],
      ['subject', 'VARCHAR', 'Subject of the qualification.'],
      ['grade_scheme', 'VARCHAR', 'Grade scheme.'],
      ['grade', 'VARCHAR', 'Grade as written.'],
      ['known', 'BOOLEAN', 'True when the grade is one of its scheme.'],
      ['points', 'DECIMAL(18,4)', "Points on the scheme's own scale."],
      ['good_pass', 'BOOLEAN', 'At or above A*–C, or 9–4.'],
      ['any_pass', 'BOOLEAN', 'At or above A*–G, or 9–1.'],
      ['attainment8_points', 'DECIMAL(18,4)', 'Points in Attainment 8; null when the scheme has none.'],
      ['size', 'UTINYINT', 'Size in GCSEs.'],
      ['slot', 'VARCHAR', 'Slot of Attainment 8 that it may fill.'],
      ['discount_code', 'VARCHAR', 'Of several results with one code, the best counts.'],
      ['taken_on', 'DATE', 'Day of the examination or award.'],
    ]),
    sql: (dialect) => `
      select
        a.id as result_id, a.student_id, coalesce(s.record_key, 0) as record_key, a.organisation_id,
        cast(${dialect.academicYear('a.taken_on')} as smallint) as academic_year,
        a.qualification_id, q.subject, a.grade_scheme, a.grade, g.grade is not null as known,
        coalesce(a.points, g.points) as points, coalesce(g.good_pass, false) as good_pass, coalesce(g.any_pass, false) as any_pass,
        g.attainment8_points, coalesce(q.size, 1) as size, coalesce(q.slot, 'open') as slot,
        coalesce(q.discount_code, a.qualification_id, a.id) as discount_code, a.taken_on
      from data.assessment a
      left join data.student s on s.id = a.student_id and not s.shadowed
      left join data.qualification q on q.id = a.qualification_id and not q.shadowed
      left join data.grade g on g.grade_scheme = a.grade_scheme and g.grade = upper(trim(a.grade))
      where a.kind = 'result' and not a.shadowed`,
  },
  {
    name: 'baseline',
    description: 'What a student had attained before: a test that later results can be compared with.',
    columns: columns([
      ['student_id', 'VARCHAR', 'Student at the source.'],
      ['organisation_id', 'VARCHAR', 'School that holds the record.'],
      ['subject_id', 'VARCHAR', 'Subject of the test; null when it has none.'],
      ['grade_scheme', 'VARCHAR', 'Grade scheme, for example ks2-scaled-score.'],
      ['grade', 'VARCHAR', 'Grade or score as written.'],
      ['points', 'DECIMAL(18,4)', "Points on the scheme's own scale; null when the grade is none of its."],
      ['taken_on', 'DATE', 'Day of the test.'],
    ]),
    sql: () => `
      select
        a.student_id, a.organisation_id, a.subject_id, a.grade_scheme, a.grade, coalesce(a.points, g.points) as points, a.taken_on
      from data.assessment a
      left join data.grade g on g.grade_scheme = a.grade_scheme and g.grade = upper(trim(a.grade))
      where a.kind = 'baseline' and not a.shadowed`,
  },
];
