import { defineGradeScheme } from './grade-scheme.ts';

/**
 * Teacher assessment at the end of key stage 2 under the interim frameworks, 2015/16 to 2017/18: below WTS the pre-key
 * stage standards growing (PKG), early (PKE) and foundations (PKF), then BLW. Points are the position only.
 */
export const ks2TeacherAssessmentInterim = defineGradeScheme({
  id: 'ks2-teacher-assessment-interim',
  title: 'Key stage 2 teacher assessment, interim frameworks',
  source:
    'Standards and Testing Agency, interim teacher assessment frameworks (2015 to 2018); dates not verified',
  scale: 'Position in the order of judgements, not a point score',
  validFrom: '2015-09-01',
  validTo: '2018-08-31',
  form: 'grades',
  strongPass: 'GDS',
  goodPass: 'EXS',
  grades: ['BLW', 'PKF', 'PKE', 'PKG', 'WTS', 'EXS', 'GDS'].map((grade, points) => ({
    grade,
    points,
    pass: grade === 'EXS' || grade === 'GDS',
  })),
});
