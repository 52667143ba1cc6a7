import type { DfeMeasure, MeasureColumns } from './measure.ts';

/** Suffix of the columns of a subgroup, and the column that counts its pupils at the end of key stage 4. */
const groups: readonly { subgroup: string; suffix: string; pupils?: string }[] = [
  { subgroup: 'disadvantaged', suffix: 'FSM6CLA1A', pupils: 'TFSM6CLA1A' },
  { subgroup: 'not-disadvantaged', suffix: 'NFSM6CLA1A', pupils: 'TNOTFSM6CLA1A' },
  { subgroup: 'prior-low', suffix: 'LO', pupils: 'TPRIORLO' },
  { subgroup: 'prior-middle', suffix: 'AV', pupils: 'TPRIORAV' },
  { subgroup: 'prior-high', suffix: 'HI', pupils: 'TPRIORHI' },
  { subgroup: 'english-additional-language', suffix: 'EAL', pupils: 'TEALGRP2' },
  { subgroup: 'girls', suffix: 'GIRLS', pupils: 'GPUP' },
  { subgroup: 'boys', suffix: 'BOYS', pupils: 'BPUP' },
  { subgroup: 'non-mobile', suffix: 'NMOB', pupils: 'TNMOB' },
];

const table = 'ks4';
const accountability = 'DfE, Secondary accountability measures; KS4 performance tables, field list';

const all = (...value: string[]): MeasureColumns => ({
  table,
  subgroup: 'all',
  value,
  denominator: ['TPUP'],
});

const byGroup = (column: string): MeasureColumns[] =>
  groups.map(({ subgroup, suffix, pupils }) => ({
    table,
    subgroup,
    value: [`${column}_${suffix}`],
    ...(pupils === undefined ? {} : { denominator: [pupils] }),
  }));

const disadvantaged = (value: string): MeasureColumns => ({
  table,
  subgroup: 'disadvantaged',
  value: [value],
  denominator: ['TFSM6CLA1A'],
});

const notDisadvantaged = (value: string): MeasureColumns => ({
  table,
  subgroup: 'not-disadvantaged',
  value: [value],
  denominator: ['TNOTFSM6CLA1A'],
});

const progress = (subgroup: string, suffix: string): MeasureColumns => ({
  table,
  subgroup,
  value: [`P8MEA${suffix}`],
  lower: [`P8CILOW${suffix}`],
  upper: [`P8CIUPP${suffix}`],
  denominator: [`P8PUP${suffix}`],
});

/** Measures of the key stage 4 performance tables. */
export const ks4Measures: readonly DfeMeasure[] = [
  {
    id: 'attainment-8',
    title: 'Attainment 8',
    unit: 'points',
    definition:
      'Mean over pupils at the end of key stage 4 of their points in eight slots of qualifications.',
    source: accountability,
    columns: [all('ATT8SCR'), ...byGroup('ATT8SCR')],
  },
  {
    id: 'progress-8',
    title: 'Progress 8',
    unit: 'score',
    definition:
      'Mean difference, in grades, between Attainment 8 and that of pupils with the same results at key stage 2, since 2018 ' +
      'after adjustment for extreme scores; with its 95 % interval. The denominator is the pupils included.',
    source: accountability,
    columns: [progress('all', ''), ...groups.map(({ subgroup, suffix }) => progress(subgroup, `_${suffix}`))],
  },
  {
    id: 'progress-8-unadjusted',
    title: 'Progress 8 before adjustment',
    unit: 'score',
    definition: 'Progress 8 without the adjustment for extreme scores that began in 2018.',
    source: accountability,
    columns: [
      {
        table,
        subgroup: 'all',
        value: ['P8MEA_ORIG'],
        lower: ['P8CILOW_ORIG'],
        upper: ['P8CIUPP_ORIG'],
        denominator: ['P8PUP'],
      },
    ],
  },
  {
    id: 'english-maths-94',
    title: 'English and mathematics at grades 9–4',
    unit: 'proportion',
    definition: 'Share of pupils with a standard pass (9–4) in both English and mathematics.',
    source: accountability,
    columns: [all('PTL2BASICS_94'), disadvantaged('PTFSM6CLA1ABASICS_94')],
  },
  {
    id: 'english-maths-95',
    title: 'English and mathematics at grades 9–5',
    unit: 'proportion',
    definition: 'Share of pupils with a strong pass (9–5) in both English and mathematics.',
    source: accountability,
    columns: [all('PTL2BASICS_95'), disadvantaged('PTFSM6CLA1ABASICS_95')],
  },
  {
    id: 'five-good-passes-94',
    title: 'Five good passes with English and mathematics (9–4)',
    unit: 'proportion',
    definition:
      'Share of pupils who reach the level 2 threshold (the volume of five GCSEs at 9–4 or A*–C) with standard passes in ' +
      'English and mathematics.',
    source: accountability,
    columns: [all('PT5EM_94')],
  },
  {
    id: 'five-a-star-to-c-english-maths',
    title: 'Five A*–C with English and mathematics',
    unit: 'proportion',
    definition:
      'Share of pupils with five or more A*–C or equivalents with both English and mathematics; until 2015/16. The suffixes ' +
      'of the heading follow changes in what counts as equivalent.',
    source: 'DfE, KS4 performance tables 2010/11 to 2015/16, field lists',
    columns: [all('PTAC5EM_PTQ_EE', 'PTAC5EM_PTQ', 'PTAC5EM')],
  },
  {
    id: 'ebacc-entry',
    title: 'Entered the English Baccalaureate',
    unit: 'proportion',
    definition: 'Share of pupils with entries in all subject areas of the English Baccalaureate.',
    source: accountability,
    columns: [
      all('PTEBACC_E_PTQ_EE'),
      disadvantaged('PTEBACC_EFSM6CLA1A_PTQ_EE'),
      notDisadvantaged('PTEBACC_ENFSM6CLA1A_PTQ_EE'),
    ],
  },
  {
    id: 'ebacc-94',
    title: 'English Baccalaureate at grades 9–4',
    unit: 'proportion',
    definition: 'Share of pupils who achieved the English Baccalaureate with passes at 9–4.',
    source: accountability,
    columns: [
      all('PTEBACC_94'),
      disadvantaged('PTEBACC_94_FSM6CLA1A'),
      notDisadvantaged('PTEBACC_94_NFSM6CLA1A'),
    ],
  },
  {
    id: 'ebacc-95',
    title: 'English Baccalaureate at grades 9–5',
    unit: 'proportion',
    definition: 'Share of pupils who achieved the English Baccalaureate with passes at 9–5.',
    source: accountability,
    columns: [
      all('PTEBACC_95'),
      disadvantaged('PTEBACC_95_FSM6CLA1A'),
      notDisadvantaged('PTEBACC_95_NFSM6CLA1A'),
    ],
  },
  {
    id: 'ebacc-points',
    title: 'English Baccalaureate average point score',
    unit: 'points',
    definition:
      'Mean over pupils of their points across the five subject areas of the English Baccalaureate.',
    source: accountability,
    columns: [all('EBACCAPS'), ...byGroup('EBACCAPS')],
  },
  {
    id: 'key-stage-4-pupils',
    title: 'Pupils at the end of key stage 4',
    unit: 'pupils',
    definition: 'Number of pupils at the end of key stage 4: the weight of most key stage 4 measures.',
    source: accountability,
    columns: [
      { table, subgroup: 'all', value: ['TPUP'] },
      { table, subgroup: 'disadvantaged', value: ['TFSM6CLA1A'] },
      { table, subgroup: 'not-disadvantaged', value: ['TNOTFSM6CLA1A'] },
    ],
  },
];
