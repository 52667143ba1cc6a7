export { attainment8 } from './achievement/attainment-8.ts';
export { betweenSchoolSpread } from './achievement/between-school-spread.ts';
export { contextualValueAdded } from './achievement/contextual-value-added.ts';
export { disadvantageGap } from './achievement/disadvantage-gap.ts';
export { fiveGoodPasses } from './achievement/five-good-passes.ts';
export { fivePassesAtAnyGrade } from './achievement/five-passes.ts';
export { valueAdded } from './achievement/value-added.ts';
export { valueAddedStability } from './achievement/value-added-stability.ts';
export { valueAddedToldApart } from './achievement/value-added-told-apart.ts';
export { changeOnStart } from './between-schools/change-on-start.ts';
export { concentrationOfExclusion } from './between-schools/concentration-of-exclusion.ts';
export { concentrationOfNeed } from './between-schools/concentration-of-need.ts';
export { gapBetweenSchools } from './between-schools/gap-between-schools.ts';
export { segregationByDisadvantage } from './between-schools/segregation-by-disadvantage.ts';
export { varianceBetweenSchools } from './between-schools/variance-between-schools.ts';
export { type CatalogueEntry, type CatalogueOptions, catalogue } from './catalogue/catalogue.ts';
export { indicatorCard } from './catalogue/indicator-card.ts';
export { renderCatalogue } from './catalogue/render-catalogue.ts';
export type { ComparedFigure } from './comparison/compared-figure.ts';
export type { ContextMeasure, RollCharacteristic } from './comparison/context-measure.ts';
export { usualContext } from './comparison/context-measure.ts';
export { type FunnelOfOptions, funnelOf, type IndicatorFunnel } from './comparison/funnel-of.ts';
export type { IndicatorTrend, TrendFinding } from './comparison/indicator-trend.ts';
export { relativeSubjectResidual } from './comparison/relative-subject-residual.ts';
export {
  type SimilarSchoolsOf,
  type SimilarSchoolsOptions,
  similarSchools,
} from './comparison/similar-schools.ts';
export type { SubjectDepartment } from './comparison/subject-department.ts';
export {
  type SubjectResidualsOptions,
  type SubjectResidualsResult,
  subjectResiduals,
} from './comparison/subject-residuals.ts';
export { type TrendOptions, trendOf, trendsOf } from './comparison/trends-of.ts';
export { type Breakdown, breakdowns, notKnown } from './definition/breakdown.ts';
export { defineIndicator, type IndicatorInput } from './definition/define-indicator.ts';
export type { Dimension, IndicatorDefinition, ParameterSchema } from './definition/indicator-definition.ts';
export {
  type AreaFigure,
  type AreaHolds,
  type AreaKind,
  type AreaMeasure,
  type AreaOptions,
  type AreaStatistic,
  area,
  type Counted,
  type GapKind,
  gap,
  type Kind,
  type MeanKind,
  type ModelFigure,
  type ModelKind,
  type ModelKindOptions,
  mean,
  model,
  type RatioKind,
  type RatioOptions,
  ratio,
} from './definition/kinds.ts';
export { book, official, paper, type Source } from './definition/source.ts';
export { explainWhatChanged } from './effect/explain-what-changed.ts';
export { whatChanged } from './effect/what-changed.ts';
export type { WhatChangedOptions } from './effect/what-changed-options.ts';
export type {
  ChangedSchool,
  LevelsBeside,
  OutcomeChange,
  WhatChanged,
  WhyLeftOut,
  YearBeside,
} from './effect/what-changed-result.ts';
export { causalWords } from './effect/words/causal-words.ts';
export { evaluate } from './evaluate/evaluate.ts';
export type { EvaluateOptions, EvaluateProgress, OneOrMany } from './evaluate/evaluate-options.ts';
export { fewPeople, fewSchools, fullCoverage } from './evaluate/flags.ts';
export { nearNames } from './evaluate/near-names.ts';
export { indicator } from './evaluate/resolve-indicators.ts';
export { indicators } from './indicators.ts';
export { type FitModelOptions, type FittedModel, fitModel, type Slope } from './model/fit-model.ts';
export type {
  CategoryColumns,
  Covariate,
  FixedTerm,
  ModelReading,
  ModelRequest,
} from './model/model-request.ts';
export { readModelStatistics } from './model/read-model-statistics.ts';
export { type ToldApart, toldApart, type UncertainEstimate } from './model/told-apart.ts';
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
export { type ModelReference, modelReference } from './state/model-reference.ts';
