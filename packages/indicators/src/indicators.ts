import { attainment8 } from './achievement/attainment-8.ts';
import { betweenSchoolSpread } from './achievement/between-school-spread.ts';
import { contextualValueAdded } from './achievement/contextual-value-added.ts';
import { disadvantageGap } from './achievement/disadvantage-gap.ts';
import { fiveGoodPasses } from './achievement/five-good-passes.ts';
import { fivePassesAtAnyGrade } from './achievement/five-passes.ts';
import { valueAdded } from './achievement/value-added.ts';
import { valueAddedStability } from './achievement/value-added-stability.ts';
import { valueAddedToldApart } from './achievement/value-added-told-apart.ts';
import { changeOnStart } from './between-schools/change-on-start.ts';
import { concentrationOfExclusion } from './between-schools/concentration-of-exclusion.ts';
import { concentrationOfNeed } from './between-schools/concentration-of-need.ts';
import { gapBetweenSchools } from './between-schools/gap-between-schools.ts';
import { segregationByDisadvantage } from './between-schools/segregation-by-disadvantage.ts';
import { varianceBetweenSchools } from './between-schools/variance-between-schools.ts';
import { relativeSubjectResidual } from './comparison/relative-subject-residual.ts';
import type { IndicatorDefinition } from './definition/indicator-definition.ts';
import { absenceRate } from './presence/absence-rate.ts';
import { attendanceRate } from './presence/attendance-rate.ts';
import { authorisedAbsenceRate } from './presence/authorised-absence-rate.ts';
import { permanentExclusions } from './presence/permanent-exclusions.ts';
import { persistentAbsence } from './presence/persistent-absence.ts';
import { severeAbsence } from './presence/severe-absence.ts';
import { suspensions } from './presence/suspensions.ts';
import { unauthorisedAbsenceRate } from './presence/unauthorised-absence-rate.ts';
import { publishedAbsence } from './published/published-absence.ts';
import { publishedAttainment8 } from './published/published-attainment-8.ts';
import { publishedProgress8 } from './published/published-progress-8.ts';
import { stability } from './roll/stability.ts';

/** Every indicator of the catalogue, in the order in which it is shown. */
export const indicators: readonly IndicatorDefinition[] = [
  attendanceRate,
  absenceRate,
  authorisedAbsenceRate,
  unauthorisedAbsenceRate,
  persistentAbsence,
  severeAbsence,
  suspensions,
  permanentExclusions,
  stability,
  fiveGoodPasses,
  fivePassesAtAnyGrade,
  attainment8,
  disadvantageGap,
  valueAdded,
  contextualValueAdded,
  valueAddedToldApart,
  valueAddedStability,
  relativeSubjectResidual,
  betweenSchoolSpread,
  varianceBetweenSchools,
  changeOnStart,
  gapBetweenSchools,
  segregationByDisadvantage,
  concentrationOfNeed,
  concentrationOfExclusion,
  publishedAttainment8,
  publishedProgress8,
  publishedAbsence,
];
