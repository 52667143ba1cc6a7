export {
  decomposeGap,
  type GapDecomposition,
  type GapPart,
  type GroupAtSchool,
  type GroupsAtSchool,
} from './decomposition/decompose-gap.ts';
export { chiSquaredTail } from './distributions/chi-squared-tail.ts';
export { fProbability, fQuantile } from './distributions/f-quantile.ts';
export { incompleteBeta } from './distributions/incomplete-beta.ts';
export { logFactorial } from './distributions/log-factorial.ts';
export { logGamma } from './distributions/log-gamma.ts';
export { normalProbability } from './distributions/normal-probability.ts';
export { normalQuantile } from './distributions/normal-quantile.ts';
export { studentTProbability } from './distributions/student-t-probability.ts';
export { studentTQuantile } from './distributions/student-t-quantile.ts';
export { type DoseRow, doseSlope } from './effect/estimate/dose-slope.ts';
export {
  type Difference,
  type EventTimeDifference,
  type MatchedDifference,
  type MatchedDifferenceOptions,
  matchedDifference,
} from './effect/estimate/matched-difference.ts';
export type { Exchange, PermutationTest } from './effect/estimate/placebo.ts';
export type { PreTrendCheck } from './effect/estimate/pre-trend.ts';
export type { LeftOut, SchoolUse } from './effect/estimate/school-uses.ts';
export { twoWayFixedEffects } from './effect/estimate/two-way-fixed-effects.ts';
export { type Verdict, verdictOf } from './effect/inference/verdict.ts';
export { type Balance, type BalanceOptions, balanceOf } from './effect/matching/balance.ts';
export type { MatchOn } from './effect/matching/features.ts';
export {
  type Match,
  type Matchable,
  type MatchOptions,
  matchNearest,
} from './effect/matching/match-nearest.ts';
export type { PanelRow } from './effect/panel/panel-row.ts';
export type { ClusterVariance } from './effect/regression/adjusted-scores.ts';
export {
  type ClusteredFit,
  type ClusteredRegression,
  clusteredFit,
} from './effect/regression/clustered-fit.ts';
export { type ContrastTestOptions, contrastTest, type Estimate } from './effect/regression/contrast-test.ts';
export { type JointTest, jointTest } from './effect/regression/joint-test.ts';
export {
  type WildBootstrap,
  type WildBootstrapOptions,
  wildClusterBootstrap,
} from './effect/regression/wild-cluster-bootstrap.ts';
export { clusteredProportion } from './intervals/clustered-proportion.ts';
export { clusteredRate } from './intervals/clustered-rate.ts';
export { differenceInterval } from './intervals/difference-interval.ts';
export type { Interval, IntervalOptions } from './intervals/interval.ts';
export { type Moments, meanInterval, momentVariance } from './intervals/mean-interval.ts';
export { type RatioSums, ratioVariance } from './intervals/ratio-sums.ts';
export { wilson } from './intervals/wilson.ts';
export { ModelError, type ModelErrorCode, type ModelErrorPlace } from './model-error.ts';
export { addGroupMeans, type GroupMeansOptions } from './multilevel/add-group-means.ts';
export { columnMeans } from './multilevel/column-means.ts';
export { type ContextualEffect, type Contrast, contextualEffect } from './multilevel/contextual-effect.ts';
export {
  type EffectInterval,
  type EffectIntervalOptions,
  effectIntervals,
} from './multilevel/effect-intervals.ts';
export { fitMultilevel } from './multilevel/fit-multilevel.ts';
export { type ModelRow, type ModelRows, modelStatistics } from './multilevel/from-rows.ts';
export { type LikelihoodRatioTest, likelihoodRatioTest } from './multilevel/likelihood-ratio-test.ts';
export type {
  ColumnTransform,
  GroupProducts,
  ModelStatistics,
} from './multilevel/model-statistics.ts';
export type {
  FixedEffect,
  GroupEffect,
  LevelEffects,
  MultilevelFit,
  Optimality,
  RandomLevel,
} from './multilevel/multilevel-fit.ts';
export type { MultilevelOptions, RandomPart } from './multilevel/multilevel-options.ts';
export { overlapIntervals } from './multilevel/overlap-intervals.ts';
export {
  type ChangeOnStart,
  type ChangeOnStartOptions,
  changeOnStart,
  type StartAndEnd,
} from './polarisation/change-on-start.ts';
export { type Cluster, duclosEstebanRay, estebanRay } from './polarisation/esteban-ray.ts';
export {
  type FigureWithInterval,
  type Polarisation,
  type PolarisationOptions,
  polarisation,
  type SchoolValue,
} from './polarisation/polarisation.ts';
export { type SchoolMoments, schoolMoments } from './polarisation/school-moments.ts';
export { type VarianceShare, varianceShare } from './polarisation/variance-share.ts';
export { type BootstrapOptions, bootstrapInterval } from './resampling/bootstrap-interval.ts';
export { seededRandom } from './resampling/seeded-random.ts';
export {
  type AreaInformation,
  decomposeInformation,
  type InformationDecomposition,
  type InformationPart,
  type SchoolInArea,
} from './segregation/decompose-information.ts';
export { dissimilarity } from './segregation/dissimilarity.ts';
export { type ExpectedByChance, expectedByChance } from './segregation/expected-by-chance.ts';
export { etaSquared, interaction, isolation } from './segregation/exposure.ts';
export { type CurvePoint, gini, segregationCurve } from './segregation/gini.ts';
export { gorard } from './segregation/gorard.ts';
export { atkinson, hutchens } from './segregation/hutchens.ts';
export { entropy, mutualInformation, theil } from './segregation/information.ts';
export {
  type GroupCounts,
  type MultigroupSegregation,
  multigroupSegregation,
} from './segregation/multigroup.ts';
export {
  type SchoolCounts,
  type Schools,
  type SchoolTable,
  schoolTable,
} from './segregation/school-table.ts';
export {
  type Segregation,
  type SegregationIndex,
  segregation,
  segregationIndexNames,
} from './segregation/segregation.ts';
export {
  type ChanceOptions,
  type IndexByChance,
  type SegregationByChance,
  segregationByChance,
} from './segregation/segregation-by-chance.ts';
export {
  type CorrectedIndex,
  type SegregationIntervalOptions,
  type SegregationIntervals,
  segregationIntervals,
} from './segregation/segregation-intervals.ts';
export { topShare } from './segregation/top-share.ts';
export {
  compareWithNeighbours,
  type NeighbourComparison,
  type NeighbourComparisonOptions,
} from './similar-schools/compare-with-neighbours.ts';
export type { ContextColumn, ContextTable } from './similar-schools/context-table.ts';
export {
  type ContextBalance,
  type Neighbour,
  type SimilarSchools,
  type SimilarSchoolsOptions,
  type SimilarSchoolsResult,
  type SupportWarning,
  similarSchools,
} from './similar-schools/similar-schools.ts';
export type { ColumnScale, Standardisation } from './similar-schools/standardise.ts';
export { decileRange } from './spread/decile-range.ts';
export { mean, weightedMean } from './spread/mean.ts';
export { quantile } from './spread/quantile.ts';
export {
  type StandardDeviationOptions,
  standardDeviation,
  weightedStandardDeviation,
} from './spread/standard-deviation.ts';
export type { WeightedValue } from './spread/weighted-value.ts';
export { indexNames, type NameIndex } from './subject-residual/index-names.ts';
export type { Shrunken } from './subject-residual/shrink-departments.ts';
export type { SubjectEntries } from './subject-residual/subject-entries.ts';
export type { SubjectFigures } from './subject-residual/subject-figures.ts';
export {
  type DepartmentResidual,
  type DepartmentStanding,
  type SubjectResidualOptions,
  type SubjectResiduals,
  subjectResiduals,
} from './subject-residual/subject-residuals.ts';
export {
  type ChangePointOptions,
  type ChangePoints,
  changePoints,
  type LevelSegment,
} from './trend/change-points/change-points.ts';
export {
  type Segment,
  type Segmentation,
  type SegmentOptions,
  segmentSeries,
} from './trend/change-points/segment-series.ts';
export { type Adjustment, adjustProbabilities } from './trend/comparisons/adjust-probabilities.ts';
export { type Funnel, type FunnelFigure, type FunnelOptions, funnel } from './trend/funnel/funnel.ts';
export type { FunnelKind, FunnelPoint } from './trend/funnel/funnel-kinds.ts';
export { type Overdispersion, overdispersion } from './trend/funnel/overdispersion.ts';
export { type MannKendall, mannKendall } from './trend/monotone/mann-kendall.ts';
export { type TheilSen, theilSen } from './trend/monotone/theil-sen.ts';
export {
  type ControlOptions,
  type ControlRules,
  type ControlSignal,
  controlRuleSets,
  controlSignals,
} from './trend/runs/control-rules.ts';
export { type RunChart, runChart } from './trend/runs/run-chart.ts';
export { type RunsTest, runsTest } from './trend/runs/runs-test.ts';
