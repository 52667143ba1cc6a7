import * as z from 'zod';
import { defineIndicator } from '../definition/define-indicator.ts';
import { area } from '../definition/kinds.ts';
import { book, official } from '../definition/source.ts';
import { attainment8Rows } from './attainment-8-sql.ts';

const parameters = z.strictObject({
  /** `sd`: standard deviation of the schools' means · `p90-p10`: distance between their ninth and first decile. Default `sd`. */
  statistic: z.enum(['sd', 'p90-p10']).default('sd'),
});

/** Between-school spread: how far apart the mean Attainment 8 of the schools of an area or group is. */
export const betweenSchoolSpread = defineIndicator({
  id: 'achievement.between-school-spread',
  version: 1,
  valid: { from: '2016-09-01' },
  dimension: 'between-schools',
  title: 'Between-school spread',
  meaning: 'How far apart the schools of an area or group are in mean Attainment 8.',
  formula:
    'standard deviation of the schools’ mean Attainment 8, each school counted once: √(Σ (mean − mean of means)² ÷ schools)',
  sources: [book('B4'), book('B16'), official('DfE', 'Secondary accountability measures')],
  kind: area({
    counts: 'student',
    rows: 'people',
    statistic: ({ statistic }: z.output<typeof parameters>) => statistic,
  }),
  unit: 'spread',
  better: 'lower',
  needs: ['Assessment', 'Qualification', 'Enrolment'],
  balancedBy: ['achievement.attainment-8', 'achievement.disadvantage-gap'],
  caution:
    'Schools differ by chance too, small ones most: with few students in a year part of the spread is noise. It shrinks when the best schools fall, ' +
    'and says nothing of the much larger differences within schools. Ask whether intakes moved apart.',
  parameters,
  sql: (_, dialect) => attainment8Rows(dialect),
});
