import type { DfeMeasure, MeasureColumns } from './measure.ts';

const source = 'DfE, Schools, pupils and their characteristics (January school census)';
const columns = (options: Omit<MeasureColumns, 'table' | 'subgroup'>): MeasureColumns[] => [
  { table: 'census', subgroup: 'all', ...options },
];

const count = (id: string, title: string, definition: string, value: string): DfeMeasure => ({
  id,
  title,
  unit: 'pupils',
  definition,
  source,
  columns: columns({ value: [value] }),
});

const share = (
  id: string,
  title: string,
  definition: string,
  options: Omit<MeasureColumns, 'table' | 'subgroup'>,
): DfeMeasure => ({ id, title, unit: 'proportion', definition, source, columns: columns(options) });

/** Measures of the school census tables. */
export const censusMeasures: readonly DfeMeasure[] = [
  count('pupils-on-roll', 'Pupils on roll', 'Number of pupils on roll, full and part time.', 'NOR'),
  share('girls-share', 'Girls', 'Girls on roll divided by pupils on roll.', {
    value: ['PNORG'],
    denominator: ['NOR'],
  }),
  share(
    'free-school-meals-share',
    'Eligible for free school meals',
    'Pupils known to be eligible for free school meals divided by pupils on roll; where the table prints only the two ' +
      'counts, their quotient rounded to four decimals.',
    { value: ['PNUMFSM'], count: ['NUMFSM'], denominator: ['NOR'] },
  ),
  count(
    'free-school-meals-pupils',
    'Pupils eligible for free school meals',
    'Number of pupils known to be eligible for free school meals.',
    'NUMFSM',
  ),
  share(
    'free-school-meals-ever-six-share',
    'Eligible for free school meals in the last six years',
    'Share of pupils eligible at any time in the last six years, over a base smaller than the roll that is not published.',
    { value: ['PNUMFSMEVER'] },
  ),
  count(
    'free-school-meals-ever-six-pupils',
    'Pupils eligible for free school meals in the last six years',
    'Number of pupils eligible for free school meals at any time in the last six years.',
    'NUMFSMEVER',
  ),
  share(
    'english-additional-language-share',
    'English as an additional language',
    'Pupils whose first language is known or believed to be other than English divided by pupils on roll.',
    { value: ['PNUMEAL'], denominator: ['NOR'] },
  ),
  count(
    'english-additional-language-pupils',
    'Pupils with English as an additional language',
    'Number of pupils whose first language is known or believed to be other than English.',
    'NUMEAL',
  ),
  share(
    'sen-plan-share',
    'Statement or education, health and care plan',
    'Pupils with a statement of special educational needs or an EHC plan divided by pupils on roll.',
    { value: ['PSENELSE'], denominator: ['NOR'] },
  ),
  count(
    'sen-plan-pupils',
    'Pupils with a statement or EHC plan',
    'Number of pupils with a statement of special educational needs or an EHC plan.',
    'TSENELSE',
  ),
  share(
    'sen-support-share',
    'SEN support',
    'Pupils with SEN support but no plan divided by pupils on roll.',
    {
      value: ['PSENELK'],
      denominator: ['NOR'],
    },
  ),
  count(
    'sen-support-pupils',
    'Pupils with SEN support',
    'Number of pupils with SEN support but no plan.',
    'TSENELK',
  ),
];
