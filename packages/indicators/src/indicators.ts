import { attainment8 } from './achievement/attainment-8.ts';
import { betweenSchoolSpread } from './achievement/between-school-spread.ts';
import { disadvantageGap } from './achievement/disadvantage-gap.ts';
import { fiveGoodPasses } from './achievement/five-good-passes.ts';
import { fivePassesAtAnyGrade } from './achievement/five-passes.ts';
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
  betweenSchoolSpread,
  publishedAttainment8,
  publishedProgress8,
  publishedAbsence,
];
