import type { DfeMeasure, MeasureColumns } from './measure.ts';

const table = 'ks2';
const source = 'DfE, KS2 performance tables, field list; Primary school accountability technical guide';

/** Suffix of a subgroup's columns, and the column that counts its eligible pupils. */
const groups: readonly { subgroup: string; suffix: string; pupils: string }[] = [
  { subgroup: 'boys', suffix: '_B', pupils: 'BELIG' },
  { subgroup: 'girls', suffix: '_G', pupils: 'GELIG' },
  { subgroup: 'prior-low', suffix: '_L', pupils: 'TKS1GROUP_L' },
  { subgroup: 'prior-middle', suffix: '_M', pupils: 'TKS1GROUP_M' },
  { subgroup: 'prior-high', suffix: '_H', pupils: 'TKS1GROUP_H' },
  { subgroup: 'disadvantaged', suffix: '_FSM6CLA1A', pupils: 'TFSM6CLA1A' },
  { subgroup: 'not-disadvantaged', suffix: '_NotFSM6CLA1A', pupils: 'TNotFSM6CLA1A' },
  { subgroup: 'english-additional-language', suffix: '_EAL', pupils: 'TEALGRP2' },
  { subgroup: 'non-mobile', suffix: '_MOBN', pupils: 'TMOBN' },
];
const everyone = [{ subgroup: 'all', suffix: '', pupils: 'TELIG' }, ...groups];

const share = (column: string): MeasureColumns[] =>
  everyone.map(({ subgroup, suffix, pupils }) => ({
    table,
    subgroup,
    value: [`${column}${suffix}`],
    denominator: [pupils],
  }));

// The tables give the share of pupils that a progress score covers, but no count: no denominator is stated.
const progress = (column: string): MeasureColumns[] =>
  everyone.map(({ subgroup, suffix }) => ({
    table,
    subgroup,
    value: [`${column}${suffix}`],
    lower: [`${column}${suffix}_LOWER`],
    upper: [`${column}${suffix}_UPPER`],
  }));

const average = (column: string): MeasureColumns[] =>
  everyone.map(({ subgroup, suffix }) => ({ table, subgroup, value: [`${column}${suffix}`] }));

const progressIn = (id: string, subject: string, column: string): DfeMeasure => ({
  id,
  title: `Progress in ${subject}, key stage 1 to 2`,
  unit: 'score',
  definition: `Mean difference in ${subject}, in scaled score points, from pupils with the same results at key stage 1, with its 95 % interval.`,
  source,
  columns: progress(column),
});

/** Measures of the key stage 2 performance tables. */
export const ks2Measures: readonly DfeMeasure[] = [
  {
    id: 'reading-writing-maths-expected',
    title: 'Expected standard in reading, writing and mathematics',
    unit: 'proportion',
    definition:
      'Share of pupils with a scaled score of at least 100 in reading and mathematics and the expected standard in writing.',
    source,
    columns: share('PTRWM_EXP'),
  },
  {
    id: 'reading-writing-maths-higher',
    title: 'Higher standard in reading, writing and mathematics',
    unit: 'proportion',
    definition:
      'Share of pupils with a scaled score of at least 110 in reading and mathematics and greater depth in writing.',
    source,
    columns: share('PTRWM_HIGH'),
  },
  progressIn('reading-progress', 'reading', 'READPROG'),
  progressIn('writing-progress', 'writing', 'WRITPROG'),
  progressIn('maths-progress', 'mathematics', 'MATPROG'),
  {
    id: 'reading-scaled-score',
    title: 'Average scaled score in reading',
    unit: 'points',
    definition: 'Mean scaled score (80–120) in the reading test.',
    source,
    columns: average('READ_AVERAGE'),
  },
  {
    id: 'maths-scaled-score',
    title: 'Average scaled score in mathematics',
    unit: 'points',
    definition: 'Mean scaled score (80–120) in the mathematics test.',
    source,
    columns: average('MAT_AVERAGE'),
  },
  {
    id: 'key-stage-2-pupils',
    title: 'Pupils at the end of key stage 2',
    unit: 'pupils',
    definition: 'Published number of eligible pupils: the weight of the key stage 2 shares.',
    source,
    columns: everyone.map(({ subgroup, pupils }) => ({ table, subgroup, value: [pupils] })),
  },
];
