import { defineIndicator } from '../definition/define-indicator.ts';
import { model } from '../definition/kinds.ts';
import { valueAddedRows } from './value-added-sql.ts';
import {
  notPublished,
  priorAttainment,
  valueAddedParameters,
  valueAddedSources,
} from './value-added-words.ts';

/** Value-added: how far the students of a school did better or worse than others with the same prior attainment. */
export const valueAdded = defineIndicator({
  id: 'achievement.value-added',
  version: 1,
  valid: { from: '2020-09-01' },
  dimension: 'achievement',
  title: 'Value-added',
  meaning:
    'How many points of Attainment 8 the students of a school are above or below students elsewhere who began with the same attainment.',
  formula:
    'multilevel model (REML) of Attainment 8 on key stage 2 scaled score and its square with an intercept for each school; the school’s intercept, drawn towards 0 the more the fewer students it has; of several schools the mean weighted by students',
  sources: valueAddedSources,
  kind: model({ counts: 'student', covariates: priorAttainment, figure: 'effect' }),
  unit: 'points',
  better: 'higher',
  needs: ['Assessment', 'Qualification', 'Enrolment', 'SharingAgreement'],
  balancedBy: ['achievement.attainment-8', 'achievement.value-added-told-apart', 'roll.stability'],
  caution:
    'Most schools cannot be told apart by it: look at the interval and never at a rank. It compares with the schools of a sharing agreement, not with the ' +
    'country. What a school has no hand in – who moves in, what families can give – is in it too, and a single year says little of the next. Students without ' +
    'a key stage 2 score are not in it. Ask what lies behind a difference, together with a school that differs the other way.',
  notPublished,
  parameters: valueAddedParameters,
  sql: (parameters, dialect) => valueAddedRows(dialect, parameters),
});
