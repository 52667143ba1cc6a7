import type { Column } from '@collegial/model';

/** A table of schema `data` that an engine keeps besides those of the entities. */
export interface DataTable {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly Pick<Column, 'name' | 'type' | 'nullable'>[];
}

const column = (name: string, type: string, nullable = false) => ({ name, type, nullable });
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

/**
 * What the views read besides the tables of the entities (each of which has two more columns: `source_id`, the source
 * a row came from, and, for students, `record_key`).
 */
export const dataTables: readonly DataTable[] = [
  {
    name: 'enrolment_number',
    description:
      'A small integer for each enrolment that has attendance, so that millions of marks need no text.',
    columns: [
      column('enrolment_no', 'INTEGER'),
      column('source_id', 'VARCHAR'),
      column('enrolment_id', 'VARCHAR'),
    ],
  },
  {
    name: 'attendance_month',
    description:
      'Session masks of an enrolment in a month, one BIGINT for each meaning: the fact that indicators read.',
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
    columns: [
      column('enrolment_no', 'INTEGER'),
      column('organisation_id', 'VARCHAR'),
      column('academic_year', 'SMALLINT'),
      ...counts.map((name) => column(name, 'INTEGER')),
    ],
  },
  {
    name: 'grade',
    description: 'The grades of every scheme with what they count for; from the model.',
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
