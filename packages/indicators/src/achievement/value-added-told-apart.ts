import { defineIndicator } from '../definition/define-indicator.ts';
import { model } from '../definition/kinds.ts';
import { paper } from '../definition/source.ts';
import { valueAddedRows } from './value-added-sql.ts';
import {
  notPublished,
  priorAttainment,
  valueAddedParameters,
  valueAddedSources,
} from './value-added-words.ts';

/** Schools that value-added tells apart: the share of the pairs of schools whose difference is more than chance would make. */
export const valueAddedToldApart = defineIndicator({
  id: 'achievement.value-added-told-apart',
  version: 1,
  valid: { from: '2020-09-01' },
  dimension: 'between-schools',
  title: 'Schools that value-added tells apart',
  meaning: 'Of all pairs of schools, the share whose value-added differs by more than chance would make it.',
  formula:
    'intervals of each school’s effect ± 1.39 standard deviations (Goldstein and Healy); pairs whose intervals do not overlap ÷ all pairs',
  sources: [
    ...valueAddedSources,
    paper('Goldstein and Healy, The graphical presentation of a collection of means, JRSS A 158 (1995)'),
  ],
  kind: model({ counts: 'student', covariates: priorAttainment, figure: 'told-apart' }),
  unit: 'proportion',
  better: 'neither',
  needs: ['Assessment', 'Qualification', 'Enrolment', 'SharingAgreement'],
  balancedBy: ['achievement.value-added', 'achievement.between-school-spread'],
  caution:
    'It says how far a ranking of these schools would mislead: where a tenth of the pairs can be told apart, nine tenths of the comparisons that a table invites ' +
    'are noise. Some pairs are apart by chance: up to one in twenty where no two schools differ. It grows with the size of schools, and with the years that are taken together.',
  notPublished,
  parameters: valueAddedParameters,
  sql: (parameters, dialect) => valueAddedRows(dialect, parameters),
});
