export { attainment8 } from './achievement/attainment-8.ts';
export { betweenSchoolSpread } from './achievement/between-school-spread.ts';
export { disadvantageGap } from './achievement/disadvantage-gap.ts';
export { fiveGoodPasses } from './achievement/five-good-passes.ts';
export { fivePassesAtAnyGrade } from './achievement/five-passes.ts';
export { type CatalogueEntry, type CatalogueOptions, catalogue } from './catalogue/catalogue.ts';
export { indicatorCard } from './catalogue/indicator-card.ts';
export { renderCatalogue } from './catalogue/render-catalogue.ts';
export { type Breakdown, breakdowns, notKnown } from './definition/breakdown.ts';
export { defineIndicator, type IndicatorInput } from './definition/define-indicator.ts';
export type { Dimension, IndicatorDefinition, ParameterSchema } from './definition/indicator-definition.ts';
export {
  type AreaKind,
  type AreaOptions,
  type AreaStatistic,
  area,
  type Counted,
  type GapKind,
  gap,
  type Kind,
  type MeanKind,
  mean,
  type RatioKind,
  type RatioOptions,
  ratio,
} from './definition/kinds.ts';
export { book, official, paper, type Source } from './definition/source.ts';
export { evaluate } from './evaluate/evaluate.ts';
export type { EvaluateOptions, EvaluateProgress, OneOrMany } from './evaluate/evaluate-options.ts';
export { fewPeople, fewSchools, fullCoverage } from './evaluate/flags.ts';
export { nearNames } from './evaluate/near-names.ts';
export { indicator } from './evaluate/resolve-indicators.ts';
export { indicators } from './indicators.ts';
export { absenceRate } from './presence/absence-rate.ts';
export { attendanceRate } from './presence/attendance-rate.ts';
export { authorisedAbsenceRate } from './presence/authorised-absence-rate.ts';
export { permanentExclusions } from './presence/permanent-exclusions.ts';
export { persistentAbsence } from './presence/persistent-absence.ts';
export { severeAbsence } from './presence/severe-absence.ts';
export { suspensions } from './presence/suspensions.ts';
export { unauthorisedAbsenceRate } from './presence/unauthorised-absence-rate.ts';
export { publishedAbsence } from './published/published-absence.ts';
export { publishedAttainment8 } from './published/published-attainment-8.ts';
export { publishedProgress8 } from './published/published-progress-8.ts';
export { stability } from './roll/stability.ts';
export { type Spread, spreadOf } from './state/area-figure.ts';
export { type Description, describe } from './state/describe.ts';
export { emptyState } from './state/empty-state.ts';
export { merge } from './state/merge.ts';
