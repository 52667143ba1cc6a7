import { defineIndicator } from '../definition/define-indicator.ts';
import { book, official } from '../definition/source.ts';
import { publishedFigures, publishedParameters, publishedRows } from './published-figures.ts';

/** Published Progress 8 of the schools of a trust, authority or group. */
export const publishedProgress8 = defineIndicator({
  id: 'published.progress-8',
  version: 1,
  valid: { from: '2015-09-01', to: '2024-08-31' },
  dimension: 'achievement',
  title: 'Progress 8, as published',
  meaning:
    'Mean of the published Progress 8 scores of the schools, in grades per slot, and how far apart they are.',
  formula:
    'Σ (score × students included) ÷ Σ students included over the schools; where their number is not published, each school counts once',
  sources: [book('B4'), book('B16'), official('DfE', 'Secondary accountability measures')],
  kind: publishedFigures,
  unit: 'grades',
  better: 'higher',
  needs: ['SchoolMeasure', 'OrganisationLink'],
  balancedBy: ['published.attainment-8', 'published.absence'],
  caution:
    'Progress is from the end of primary school and takes no other circumstance into account. Scores of a school have wide intervals of their own, ' +
    'which this mean does not show; special schools count like the others. Not published for 2019/20, 2020/21, and 2024/25 and 2025/26.',
  parameters: publishedParameters,
  sql: (parameters) => publishedRows('progress-8', parameters),
});
