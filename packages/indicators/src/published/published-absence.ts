import { defineIndicator } from '../definition/define-indicator.ts';
import { book, official } from '../definition/source.ts';
import { publishedFigures, publishedParameters, publishedRows } from './published-figures.ts';

/** Published overall absence of the schools of a trust, authority or group. */
export const publishedAbsence = defineIndicator({
  id: 'published.absence',
  version: 1,
  valid: { from: '2005-09-01' },
  dimension: 'presence',
  title: 'Overall absence, as published',
  meaning: 'Mean of the published overall absence rates of the schools, and how far apart they are.',
  formula:
    'mean of the schools’ absence rates, weighted by possible sessions or students where these are published, else each school once',
  sources: [book('B6'), official('DfE', 'Pupil absence in schools in England: methodology')],
  kind: publishedFigures,
  unit: 'proportion',
  better: 'lower',
  needs: ['SchoolMeasure', 'OrganisationLink'],
  balancedBy: ['published.progress-8'],
  caution:
    'The tables of schools print rates without the number of sessions behind them, so the mean counts each school once and is flagged: it is not ' +
    'the rate of all students together. Primary, secondary and special schools differ; compare like with like.',
  parameters: publishedParameters,
  sql: (parameters) => publishedRows('absence-rate', parameters),
});
