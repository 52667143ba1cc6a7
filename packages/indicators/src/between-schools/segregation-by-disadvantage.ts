import type * as z from 'zod';
import { defineIndicator } from '../definition/define-indicator.ts';
import { area } from '../definition/kinds.ts';
import { book, paper } from '../definition/source.ts';
import { headcountWith } from './headcount.ts';
import { notPublished } from './not-published.ts';
import { segregationMeasure, segregationParameters } from './segregation-measure.ts';

/** Segregation by disadvantage: how unevenly disadvantaged students are spread over the schools of an area or group. */
export const segregationByDisadvantage = defineIndicator({
  id: 'between-schools.segregation-by-disadvantage',
  version: 1,
  valid: {},
  dimension: 'between-schools',
  title: 'Segregation by disadvantage',
  meaning:
    'Share of the disadvantaged students that would have to be at another school for every school of the area to have its share of them, without what chance alone would make of it.',
  formula:
    '½ Σ |disadvantaged here ÷ all disadvantaged − others here ÷ all others| over the schools, students in the January headcount; less what students’ luck adds to it at schools of these sizes. As counted, or another index, by parameter',
  sources: [
    book('B4'),
    book('B16'),
    paper('Duncan and Duncan (1955), A methodological analysis of segregation indexes'),
    paper('Gorard and Taylor (2002), What is segregation?'),
    paper('Carrington and Troske (1997), On measuring segregation in samples with small units'),
    paper(
      'Allen, Burgess, Davidson and Windmeijer (2015), More reliable inference for the dissimilarity index of segregation',
    ),
  ],
  kind: area({
    counts: 'student',
    rows: 'people',
    statistic: (parameters: z.output<typeof segregationParameters>) => segregationMeasure(parameters),
  }),
  unit: 'proportion',
  better: 'lower',
  needs: ['Enrolment', 'StudentCharacteristic'],
  balancedBy: ['achievement.disadvantage-gap', 'between-schools.gap-between-schools'],
  caution:
    'Chance alone spreads students unevenly, the more so the smaller the schools and the rarer the disadvantage: read it beside what chance would give, and never ' +
    'compare areas with schools of other sizes without taking that out. It says nothing of where families live, and no school chooses its place alone. Students whose disadvantage is not known are ' +
    'left out. Another index may order areas differently: none is the true one.',
  notPublished,
  parameters: segregationParameters,
  breakdowns: ['sex', 'looked-after', 'sen', 'first-language-other', 'ethnicity', 'year-group'],
  sql: (_, dialect) => headcountWith("d.disadvantaged = 'yes'", dialect),
});
