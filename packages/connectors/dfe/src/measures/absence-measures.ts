import type { DfeMeasure } from './measure.ts';

const source = 'DfE, Pupil absence in schools in England: methodology';

/** Measures of the absence tables. They give no number of pupils or sessions. */
export const absenceMeasures: readonly DfeMeasure[] = [
  {
    id: 'absence-rate',
    title: 'Overall absence',
    unit: 'proportion',
    definition: 'Sessions missed, authorised or not, divided by possible sessions, over the school year.',
    source,
    columns: [{ table: 'absence', subgroup: 'all', value: ['PERCTOT'] }],
  },
  {
    id: 'persistent-absence-rate',
    title: 'Persistent absence',
    unit: 'proportion',
    definition:
      'Share of enrolments that missed 10 % or more of their own possible sessions (the definition since 2015/16).',
    source,
    columns: [{ table: 'absence', subgroup: 'all', value: ['PPERSABS10'] }],
  },
];
