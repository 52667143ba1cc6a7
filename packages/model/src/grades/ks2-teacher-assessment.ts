import { defineGradeScheme } from './grade-scheme.ts';

/**
 * Teacher assessment at the end of key stage 2 since 2018/19: writing (GDS, EXS, WTS), and below the standard of the
 * tests the pre-key stage standards PK6 to PK1 in any subject, then EM (engagement model). Points are the position only.
 *
 * `A`, `L`, `F`, `P` say that there is no judgement, and `BLW` of 2018/19 is not placed: neither is read.
 */
export const ks2TeacherAssessment = defineGradeScheme({
  id: 'ks2-teacher-assessment',
  title: 'Key stage 2 teacher assessment',
  source:
    'Standards and Testing Agency, “Key stage 2 teacher assessment guidance” (2024); start in 2018/19 not verified',
  scale: 'Position in the order of judgements, not a point score',
  validFrom: '2018-09-01',
  form: 'grades',
  strongPass: 'GDS',
  goodPass: 'EXS',
  grades: ['EM', 'PK1', 'PK2', 'PK3', 'PK4', 'PK5', 'PK6', 'WTS', 'EXS', 'GDS'].map((grade, points) => ({
    grade,
    points,
    pass: grade === 'EXS' || grade === 'GDS',
  })),
});
