export { aLevel } from './a-level.ts';
export { btecLevel2 } from './btec-level-2.ts';
export { gcse9To1 } from './gcse-9-to-1.ts';
export { gcseAStarToU } from './gcse-a-star-to-u.ts';
export { gcseCombinedScience } from './gcse-combined-science.ts';
export { gradeOf } from './grade-of.ts';
export {
  defineGradeScheme,
  type Grade,
  type GradeScheme,
  type GradeSchemeDefinition,
} from './grade-scheme.ts';
export { gradeScheme, gradeSchemes } from './grade-schemes.ts';
export { ks2ScaledScore } from './ks2-scaled-score.ts';
export { ks2ScienceTeacherAssessment } from './ks2-science-teacher-assessment.ts';
export { ks2TeacherAssessment } from './ks2-teacher-assessment.ts';
export { ks2TeacherAssessmentInterim } from './ks2-teacher-assessment-interim.ts';
