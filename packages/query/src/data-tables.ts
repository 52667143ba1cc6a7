import type { Column } from '@collegial/model';

/** A column of a stored table. */
export type StoredColumn = Pick<Column, 'name' | 'type' | 'nullable'>;

/** A table of schema `data` that an engine keeps besides those of the entities. */
export interface DataTable {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly StoredColumn[];
  /** Column by which exported files are partitioned, when the table is large. */
  readonly partition?: string;
}

const column = (name: string, type: string, nullable = false): StoredColumn => ({ name, type, nullable });
const masks = [
  'present',
  'approved',
  'authorised',
  'unauthorised',
  'not_possible',
  'late_before',
  'late_after',
  'unknown',
];
const counts = ['possible', 'attended', 'authorised', 'unauthorised', 'late_before', 'late_after', 'unknown'];

/** The tables that hold attendance and grades; those of the other entities follow from the model, see `storedTables`. */
export const dataTables: readonly DataTable[] = [
  {
    name: 'enrolment_number',
    description:
      'A small integer for each enrolment of a source that has attendance, so that millions of marks need no text. Shadowed: another source has more marks of this enrolment.',
    columns: [
      column('enrolment_no', 'INTEGER'),
      column('source_id', 'VARCHAR'),
      column('enrolment_id', 'VARCHAR'),
      column('organisation_id', 'VARCHAR'),
      column('shadowed', 'BOOLEAN'),
    ],
  },
  {
    name: 'attendance_code',
    description: 'A small integer for each code that was ever met in a register, known or not.',
    columns: [column('code_no', 'INTEGER'), column('code', 'VARCHAR')],
  },
  {
    name: 'attendance_mark',
    description:
      'Every mark as integers, kept for audit. session: 0 morning, 1 afternoon · meaning: 0 unknown, 1 present, 2 approved activity, 3 authorised, 4 unauthorised, 5 not possible · legal: 0 unknown, 1 present, 2 attending elsewhere, 3 absent, 4 unable to attend, 5 administrative · late: 1 before the register closed, 2 after · stated: 1 statistical, 2 legal meaning given by the source, 3 both · basis: 0 mark, 1 exception.',
    partition: 'academic_year',
    columns: [
      column('enrolment_no', 'INTEGER'),
      column('academic_year', 'SMALLINT'),
      column('day', 'DATE'),
      column('session', 'UTINYINT'),
      column('code_no', 'INTEGER'),
      column('meaning', 'UTINYINT'),
      column('legal', 'UTINYINT'),
      column('late', 'UTINYINT'),
      column('minutes_late', 'INTEGER', true),
      column('stated', 'UTINYINT'),
      column('basis', 'UTINYINT'),
      column('run_no', 'INTEGER'),
    ],
  },
  {
    name: 'attendance_month',
    description:
      'Session masks of an enrolment in a month, one BIGINT for each meaning: the fact that indicators read.',
    partition: 'academic_year',
    columns: [
      column('enrolment_no', 'INTEGER'),
      column('organisation_id', 'VARCHAR'),
      column('academic_year', 'SMALLINT'),
      column('month', 'INTEGER'),
      ...masks.map((name) => column(name, 'BIGINT')),
    ],
  },
  {
    name: 'attendance_year',
    description: 'Roll-up of the masks to sessions of an enrolment in an academic year.',
    partition: 'academic_year',
    columns: [
      column('enrolment_no', 'INTEGER'),
      column('organisation_id', 'VARCHAR'),
      column('academic_year', 'SMALLINT'),
      ...counts.map((name) => column(name, 'INTEGER')),
    ],
  },
  {
    name: 'grade',
    description:
      'The grades of every scheme with what they count for, from the model; a row for each spelling, in capitals.',
    columns: [
      column('grade_scheme', 'VARCHAR'),
      column('grade', 'VARCHAR'),
      column('rank', 'INTEGER'),
      column('points', 'DECIMAL(18,4)', true),
      column('pass', 'BOOLEAN'),
      column('good_pass', 'BOOLEAN'),
      column('any_pass', 'BOOLEAN'),
      column('attainment8_points', 'DECIMAL(18,4)', true),
    ],
  },
];
