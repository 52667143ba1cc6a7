import * as z from 'zod';
import { defineIndicator } from '../definition/define-indicator.ts';
import { area } from '../definition/kinds.ts';
import { book } from '../definition/source.ts';
import { headcountWith } from './headcount.ts';
import { notPublished } from './not-published.ts';
import { segregationIndexNames, segregationMeasure, topFifthMeasure } from './segregation-measure.ts';

const parameters = z.strictObject({
  /** Whose concentration: `any` special educational need, or a `plan` alone. Default `any`. */
  need: z.enum(['any', 'plan']).default('any'),
  /** `topFifth`: part of them at the schools where they are most, up to a fifth of all students · or an index of segregation. Default `topFifth`. */
  index: z.enum(['topFifth', ...segregationIndexNames]).default('topFifth'),
  /** Of an index: `removed`, without what chance adds, or `kept`. Default `removed`. */
  chance: z.enum(['removed', 'kept']).default('removed'),
});

/** Concentration of need: how much of the special educational need of an area meets at a few schools. */
export const concentrationOfNeed = defineIndicator({
  id: 'between-schools.concentration-of-need',
  version: 1,
  valid: {},
  dimension: 'between-schools',
  title: 'Concentration of need',
  meaning:
    'Part of an area’s students with special educational needs who are at the schools where they are most common, which together have a fifth of all students.',
  formula:
    'schools in order of their share of students with needs, highest first, until they have a fifth of all students in the January headcount (the last in part): students with needs there ÷ all with needs',
  sources: [book('B13'), book('B16')],
  kind: area({
    counts: 'student',
    rows: 'people',
    statistic: ({ index, chance }: z.output<typeof parameters>) =>
      index === 'topFifth' ? topFifthMeasure : segregationMeasure({ index, chance }),
  }),
  unit: 'proportion',
  better: 'neither',
  needs: ['Enrolment', 'StudentCharacteristic'],
  balancedBy: ['between-schools.segregation-by-disadvantage', 'roll.stability'],
  caution:
    'A fifth is an even spread, and chance alone gives somewhat more. Schools register needs differently, and a school with a resourced provision is meant to have more: ask who is where by choice, by ' +
    'reputation or for want of another place. A school known for welcoming students must not be blamed for it.',
  notPublished,
  parameters,
  breakdowns: [
    'sex',
    'disadvantaged',
    'free-school-meals',
    'looked-after',
    'first-language-other',
    'ethnicity',
    'year-group',
  ],
  sql: ({ need }, dialect) =>
    headcountWith(need === 'any' ? "d.sen in ('support', 'plan')" : "d.sen = 'plan'", dialect),
});
