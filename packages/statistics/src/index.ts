export { incompleteBeta } from './distributions/incomplete-beta.ts';
export { logGamma } from './distributions/log-gamma.ts';
export { normalQuantile } from './distributions/normal-quantile.ts';
export { studentTProbability } from './distributions/student-t-probability.ts';
export { studentTQuantile } from './distributions/student-t-quantile.ts';
export { clusteredProportion } from './intervals/clustered-proportion.ts';
export { clusteredRate } from './intervals/clustered-rate.ts';
export { differenceInterval } from './intervals/difference-interval.ts';
export type { Interval, IntervalOptions } from './intervals/interval.ts';
export { type Moments, meanInterval, momentVariance } from './intervals/mean-interval.ts';
export { type RatioSums, ratioVariance } from './intervals/ratio-sums.ts';
export { wilson } from './intervals/wilson.ts';
export { type BootstrapOptions, bootstrapInterval } from './resampling/bootstrap-interval.ts';
export { seededRandom } from './resampling/seeded-random.ts';
export { decileRange } from './spread/decile-range.ts';
export { mean, weightedMean } from './spread/mean.ts';
export { quantile } from './spread/quantile.ts';
export {
  type StandardDeviationOptions,
  standardDeviation,
  weightedStandardDeviation,
} from './spread/standard-deviation.ts';
export type { WeightedValue } from './spread/weighted-value.ts';
