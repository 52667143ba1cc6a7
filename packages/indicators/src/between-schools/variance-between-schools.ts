import { varianceShare } from '@collegial/statistics';
import { attainment8Rows } from '../achievement/attainment-8-sql.ts';
import { defineIndicator } from '../definition/define-indicator.ts';
import { area } from '../definition/kinds.ts';
import { book, official, paper } from '../definition/source.ts';
import { notPublished } from './not-published.ts';

/** Share of variance between schools: which part of the difference between students in Attainment 8 lies between schools. */
export const varianceBetweenSchools = defineIndicator({
  id: 'between-schools.variance-share',
  version: 1,
  valid: { from: '2016-09-01' },
  dimension: 'between-schools',
  title: 'Share of variance between schools',
  meaning:
    'Part of the differences between students in Attainment 8 that are differences between the schools of an area; the rest lies within schools.',
  formula:
    'σ²(between) ÷ (σ²(between) + σ²(within)) by the one-way analysis of variance, at least 0: what chance adds to the spread of school means is taken off',
  sources: [
    book('ch. 11'),
    book('B16'),
    official('DfE', 'Secondary accountability measures'),
    paper('Donner (1986), A review of inference procedures for the intraclass correlation coefficient'),
  ],
  kind: area({
    counts: 'student',
    rows: 'people',
    holds: 'squares',
    statistic: {
      describe: (schools) => {
        const found = varianceShare(
          schools.map(({ value, weight, squares = 0 }) => ({ students: weight, mean: value, squares })),
        );
        return { value: found?.share ?? null, interval: found?.interval ?? null };
      },
    },
  }),
  unit: 'proportion',
  better: 'neither',
  needs: ['Assessment', 'Qualification', 'Enrolment'],
  balancedBy: ['achievement.between-school-spread', 'achievement.attainment-8'],
  caution:
    'A small share does not mean that schools do not matter: a few points for every student of a school are a lot. It holds what students brought with them; for what is left after that use the multilevel model with prior attainment. ' +
    'It falls when students within schools grow further apart. With few schools the interval is wide.',
  notPublished,
  sql: (_, dialect) => attainment8Rows(dialect),
});
