import type { Dialect } from '../dialect.ts';
import { columns, type View } from './view.ts';

const characteristics = [
  'disadvantaged',
  'free-school-meals',
  'looked-after',
  'sen',
  'first-language-other',
  'ethnicity',
  'language',
] as const;

/** The Thursday in January of the school census is the third; any day of that week gives nearly the same roll. */
const censusDay = (dialect: Dialect, academicYear: string) =>
  dialect.makeDate(`${academicYear} + 1`, '1', '16');

/** No one is at one school for longer than this: an entry that was mistyped as year 1 must not become two thousand rows. */
const longestStay = 20;

const firstYear = (dialect: Dialect) =>
  `greatest(${dialect.academicYear('e.entered_on')}, ${dialect.academicYear('o.last_day')} - ${longestStay})`;

/** Two that begin on one day must not take turns with the order in which they were loaded. */
const order = "coalesce(cast(c.valid_from as varchar), '0000-00-00') || ' ' || c.id";

/** Students and their enrolments, year by year. */
export const studentViews: readonly View[] = [
  {
    name: 'observed',
    description:
      'One row: the last day for which the store holds attendance, exclusions, results or entries. Open enrolments are counted up to it.',
    columns: columns([['last_day', 'DATE', 'Last day seen; null in a store without students.']]),
    sql: (dialect) => `
      select coalesce(max(d), (select max(entered_on) from data.enrolment)) as last_day
      from (
        select ${dialect.lastDayOfMonth(dialect.makeDate(dialect.integerDivide('max(month)', '100'), 'max(month) % 100', '1'))} as d
        from data.attendance_month
        union all select max(starts_on) from data.exclusion
        union all select max(taken_on) from data.assessment where kind = 'result'
      )`,
  },
  {
    name: 'enrolment_year',
    description: 'An enrolment in an academic year in which it was on roll for at least a day.',
    columns: columns([
      ['enrolment_id', 'VARCHAR', 'Enrolment.'],
      ['student_id', 'VARCHAR', 'Student at the source.'],
      [
        'person_id',
        'VARCHAR',
        'The same for one person at every school where a national identifier is known.',
      ],
      ['record_key', 'UINTEGER', 'Keyed random number of the person, for protection.'],
      ['organisation_id', 'VARCHAR', 'School.'],
      ['academic_year', 'SMALLINT', 'Year it starts in.'],
      ['status', 'VARCHAR', 'Enrolment status; guest and subsidiary enrolments are not the main one.'],
      ['entered_on', 'DATE', 'First day on roll.'],
      ['left_on', 'DATE', 'Last day on roll; null while on roll.'],
      ['year_group', 'INTEGER', 'National curriculum year in this academic year; null when not known.'],
      ['on_roll_in_january', 'BOOLEAN', 'On roll in the week of the January census.'],
    ]),
    sql: (dialect) => `
      select
        e.id as enrolment_id, e.student_id, coalesce(s.link_key, e.student_id) as person_id, coalesce(s.record_key, 0) as record_key,
        e.organisation_id, cast(y.value as smallint) as academic_year, e.status, e.entered_on, e.left_on,
        cast(e.year_group - (e.year_group_in - y.value) as integer) as year_group,
        (e.entered_on <= ${censusDay(dialect, 'y.value')} and (e.left_on is null or e.left_on >= ${censusDay(dialect, 'y.value')})) as on_roll_in_january
      from data.enrolment e
      cross join observed o
      left join data.student s on s.id = e.student_id and not s.shadowed
      cross join ${dialect.series(firstYear(dialect), dialect.academicYear('least(coalesce(e.left_on, o.last_day), o.last_day)'), 'y')}
      where not e.shadowed`,
  },
  {
    name: 'student_year',
    description: 'The characteristics of a student in an academic year: the latest that was in force in it.',
    columns: columns([
      ['student_id', 'VARCHAR', 'Student at the source.'],
      ['academic_year', 'SMALLINT', 'Year it starts in.'],
      ['sex', 'VARCHAR', 'F, M or X.'],
      ['disadvantaged', 'VARCHAR', 'yes or no; null when not known.'],
      ['free_school_meals', 'VARCHAR', 'yes or no.'],
      ['looked_after', 'VARCHAR', 'yes or no.'],
      ['sen', 'VARCHAR', 'none, support or plan.'],
      ['first_language_other', 'VARCHAR', 'yes or no.'],
      ['ethnicity', 'VARCHAR', "Code of the jurisdiction's code set."],
      ['language', 'VARCHAR', "Code of the jurisdiction's code set."],
    ]),
    sql: (dialect) => `
      select
        y.student_id, y.academic_year, max(s.sex) as sex,
        ${characteristics
          .map((kind) => {
            const latest = dialect.argMax('c.value', order);
            return `${latest} filter (where c.kind = '${kind}') as ${kind.replaceAll('-', '_')}`;
          })
          .join(',\n        ')}
      from (select distinct student_id, academic_year from enrolment_year) y
      left join data.student s on s.id = y.student_id and not s.shadowed
      left join data.student_characteristic c on c.student_id = y.student_id and not c.shadowed
        and coalesce(c.valid_from, date '1900-01-01') <= ${dialect.makeDate('y.academic_year + 1', '8', '31')}
        and coalesce(c.valid_to, date '9999-12-31') >= ${dialect.makeDate('y.academic_year', '9', '1')}
      group by y.student_id, y.academic_year`,
  },
];
