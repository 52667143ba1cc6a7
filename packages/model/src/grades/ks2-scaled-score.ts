import { defineGradeScheme } from './grade-scheme.ts';

/**
 * Scaled score of a key stage 2 test, 80 to 120, since 2015/16: 100 is the expected standard, 110 the higher standard.
 * The outcome codes of students without a score (`B`, `N`, `A` …) are not scores and are not read.
 */
export const ks2ScaledScore = defineGradeScheme({
  id: 'ks2-scaled-score',
  title: 'Key stage 2 scaled score',
  source: 'Standards and Testing Agency, “Scaled scores at key stage 2” (2016 on)',
  scale: 'Scaled score',
  validFrom: '2015-09-01',
  form: 'scaled-score',
  range: [80, 120],
  strongPass: '110',
  goodPass: '100',
  grades: [],
});
