import { aLevel } from './a-level.ts';
import { btecLevel2 } from './btec-level-2.ts';
import { gcse9To1 } from './gcse-9-to-1.ts';
import { gcseAStarToU } from './gcse-a-star-to-u.ts';
import { gcseCombinedScience } from './gcse-combined-science.ts';
import type { GradeScheme } from './grade-scheme.ts';
import { ks2ScaledScore } from './ks2-scaled-score.ts';
import { ks2ScienceTeacherAssessment } from './ks2-science-teacher-assessment.ts';
import { ks2TeacherAssessment } from './ks2-teacher-assessment.ts';
import { ks2TeacherAssessmentInterim } from './ks2-teacher-assessment-interim.ts';

/** Every grade scheme of this package. */
export const gradeSchemes: readonly GradeScheme[] = [
  aLevel,
  btecLevel2,
  gcse9To1,
  gcseAStarToU,
  gcseCombinedScience,
  ks2ScaledScore,
  ks2ScienceTeacherAssessment,
  ks2TeacherAssessment,
  ks2TeacherAssessmentInterim,
];

/**
 * The grade scheme with an id, or `undefined` when there is none.
 *
 * @param id for example `gcse-9-1`
 */
export function gradeScheme(id: string): GradeScheme | undefined {
  return gradeSchemes.find((scheme) => scheme.id === id);
}
