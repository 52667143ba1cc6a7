import { defineGradeScheme } from './grade-scheme.ts';

/**
 * Teacher assessment of science at the end of key stage 2 since 2015/16: met the expected standard or not. Reading and
 * mathematics were judged the same way until 2017/18. Points are the position only.
 */
export const ks2ScienceTeacherAssessment = defineGradeScheme({
  id: 'ks2-science-teacher-assessment',
  title: 'Key stage 2 science teacher assessment',
  source: 'Standards and Testing Agency, “Key stage 2 teacher assessment guidance” (2024)',
  scale: 'Position in the order of judgements, not a point score',
  validFrom: '2015-09-01',
  form: 'grades',
  goodPass: 'EXS',
  grades: [
    { grade: 'HNM', points: 0, pass: false },
    { grade: 'EXS', points: 1, pass: true },
  ],
});
