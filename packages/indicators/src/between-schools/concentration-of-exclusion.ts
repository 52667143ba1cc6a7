import { sql } from '@collegial/query';
import * as z from 'zod';
import { defineIndicator } from '../definition/define-indicator.ts';
import { area } from '../definition/kinds.ts';
import { book, official } from '../definition/source.ts';
import { exclusionsByStudent } from '../presence/exclusions-by-student.ts';
import { notPublished } from './not-published.ts';
import { segregationIndexNames, segregationMeasure, topFifthMeasure } from './segregation-measure.ts';

const parameters = z.strictObject({
  /** `suspension` or `permanent` exclusion. Default `suspension`. */
  exclusion: z.enum(['suspension', 'permanent']).default('suspension'),
  /** `topFifth`: part of them at the schools where they are most, up to a fifth of all students · or an index of segregation. Default `topFifth`. */
  index: z.enum(['topFifth', ...segregationIndexNames]).default('topFifth'),
  /** Of an index: `removed`, without what chance adds, or `kept`. Default `removed`. */
  chance: z.enum(['removed', 'kept']).default('removed'),
});

/** Concentration of exclusion: how much of the suspension in an area happens at a few schools. */
export const concentrationOfExclusion = defineIndicator({
  id: 'between-schools.concentration-of-exclusion',
  version: 1,
  valid: { from: '2005-09-01' },
  dimension: 'between-schools',
  title: 'Concentration of exclusion',
  meaning:
    'Part of an area’s suspended students who are at the schools where suspension is most common, which together have a fifth of all students.',
  formula:
    'schools in order of their share of students suspended in the year, highest first, until they have a fifth of all students (the last in part): students suspended there ÷ all suspended; each student once at each school',
  sources: [
    book('B6'),
    book('B13'),
    book('B16'),
    official('DfE', 'Suspensions and permanent exclusions in England: methodology'),
  ],
  kind: area({
    counts: 'student',
    rows: 'people',
    statistic: ({ index, chance }: z.output<typeof parameters>) =>
      index === 'topFifth' ? topFifthMeasure : segregationMeasure({ index, chance }),
  }),
  unit: 'proportion',
  better: 'neither',
  needs: ['Exclusion', 'Enrolment'],
  balancedBy: ['presence.suspensions', 'presence.permanent-exclusions'],
  caution:
    'It says where exclusion happens, not how much there is: read it with the rates. Few excluded students are concentrated by chance alone. A school that takes those whom others sent away ' +
    'may stand high; one that moves students without a record stands low. Students are those in the January headcount and those excluded who are not in it.',
  notPublished,
  parameters,
  sql: ({ exclusion }) => sql`
    select unit_id, student_id, record_key, organisation_id, academic_year, year_group, covered,
      case when numerator > 0 then 1 else 0 end as value
    from (${exclusionsByStudent(exclusion)}) students`,
});
