import * as z from 'zod';
import { defineIndicator } from '../definition/define-indicator.ts';
import { model } from '../definition/kinds.ts';
import { paper } from '../definition/source.ts';
import { valueAddedRows } from './value-added-sql.ts';
import { notPublished, priorAttainment, valueAddedSources } from './value-added-words.ts';

/** Stability of value-added: how far a school's effect in one year says what it is in another. */
export const valueAddedStability = defineIndicator({
  id: 'achievement.value-added-stability',
  version: 1,
  valid: { from: '2022-09-01' },
  dimension: 'between-schools',
  title: 'Stability of value-added',
  meaning:
    'How far the value-added of schools in one year agrees with that of another: 1 where it lasts, 0 where it passes.',
  formula:
    'multilevel model of students in cohorts in schools over three years: variance of schools ÷ (variance of schools + variance of cohorts within schools), which is the correlation of true effects between two of the years',
  sources: [
    ...valueAddedSources,
    paper(
      'Leckie and Goldstein, The limitations of using school league tables to inform school choice, JRSS A 172 (2009)',
    ),
  ],
  kind: model({ counts: 'student', covariates: priorAttainment, figure: 'stability' }),
  unit: 'value',
  better: 'neither',
  needs: ['Assessment', 'Qualification', 'Enrolment', 'SharingAgreement'],
  balancedBy: ['achievement.value-added', 'achievement.value-added-told-apart'],
  caution:
    'It is a figure of all schools that are compared, not of one of them, and with few schools or cohorts little more than a guess: it has no interval. What passes from year to year is not ' +
    'noise alone, it may be real change. Where it is low, a single year’s value-added says nothing of the next: take three years together (years: 3), and tell nobody where to send a child.',
  notPublished,
  parameters: z.strictObject({
    /** The cohorts of this year and of the two before. */
    years: z.literal(3).default(3),
  }),
  sql: (parameters, dialect) => valueAddedRows(dialect, parameters),
});
