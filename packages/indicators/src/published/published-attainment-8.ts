import { defineIndicator } from '../definition/define-indicator.ts';
import { book, official } from '../definition/source.ts';
import { publishedFigures, publishedParameters, publishedRows } from './published-figures.ts';

/** Published Attainment 8 of the schools of a trust, authority or group. */
export const publishedAttainment8 = defineIndicator({
  id: 'published.attainment-8',
  version: 1,
  valid: { from: '2015-09-01' },
  dimension: 'achievement',
  title: 'Attainment 8, as published',
  meaning: 'Mean of the published Attainment 8 scores of the schools, and how far apart they are.',
  formula:
    'Σ (score × students) ÷ Σ students over the schools; where a number of students is not published, each school counts once',
  sources: [book('B4'), book('B16'), official('DfE', 'Key stage 4 performance tables')],
  kind: publishedFigures,
  unit: 'points',
  better: 'higher',
  needs: ['SchoolMeasure', 'OrganisationLink'],
  balancedBy: ['published.progress-8', 'published.absence'],
  caution:
    'It shows whom the schools teach more than how they teach. A trust’s mean hides its schools: look at the spread. Special schools and alternative provision count like the others and can make a spread look huge. The scale of points changed ' +
    'in 2016/17, so that 2015/16 cannot be compared with later years.',
  parameters: publishedParameters,
  sql: (parameters) => publishedRows('attainment-8', parameters),
});
