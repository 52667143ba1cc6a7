import { studentTProbability } from '../../distributions/student-t-probability.ts';
import { studentTQuantile } from '../../distributions/student-t-quantile.ts';
import { type Interval, type IntervalOptions, upperProbability } from '../../intervals/interval.ts';
import { requireThat } from '../../require-that.ts';
import { type ClusterVariance, loadingsOf } from './adjusted-scores.ts';
import type { ClusteredFit } from './clustered-fit.ts';
import type { Matrix } from './matrix.ts';
import { scoreCovariances } from './score-covariances.ts';

/** An estimate with what is known of its error. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
  /** Degrees of freedom of Student's t: how many independent pieces of information the standard error rests on. */
  readonly degrees: number;
  readonly interval: Interval;
  /** Two-sided probability of a value so far from 0 if the truth were 0. */
  readonly p: number;
}

/** Options of {@link contrastTest}. */
export interface ContrastTestOptions extends IntervalOptions {
  /** Default `CR2`. */
  readonly variance?: ClusterVariance;
}

/**
 * Tests a sum of coefficients with a cluster-robust variance and Satterthwaite degrees of freedom, which fall below the number of clusters when
 * few of them carry the estimate: with three treated groups about 2, however many comparison schools there are.
 *
 * Reference: G. W. Imbens and M. Kolesár, REStat 98 (2016); J. E. Pustejovsky and E. Tipton, JBES 36 (2018), who let the errors be independent with equal
 * variance for the degrees of freedom alone.
 *
 * @param contrast one figure for each coefficient; the value is their sum of products
 * @throws RangeError when there is one cluster only, or none carries the contrast
 *
 * @example
 * ```ts
 * import { clusteredFit, contrastTest } from '@collegial/statistics';
 *
 * const fit = clusteredFit({
 *   outcome: [1, 2, 4, 5],
 *   design: [[1, 0], [1, 0], [1, 1], [1, 1]],
 *   clusters: ['a', 'b', 'c', 'd'],
 * });
 * contrastTest(fit, [0, 1]).degrees.toFixed(1); // '2.0'
 * ```
 */
export function contrastTest(
  fit: ClusteredFit,
  contrast: readonly number[],
  { variance = 'CR2', ...options }: ContrastTestOptions = {},
): Estimate {
  requireThat(contrast.length === fit.coefficients.length, 'A contrast has a figure for each coefficient.');
  requireThat(fit.parts.length > 1, 'A cluster-robust test needs two clusters.');
  const loadings = loadingsOf(fit, [contrast], variance);
  const value = contrast.reduce((sum, factor, index) => sum + factor * fit.coefficients[index]!, 0);
  return estimateOf(value, scoresOf(fit, loadings), satterthwaite(fit, loadings), options);
}

/** An estimate from the clusters' shares of its error. */
export function estimateOf(
  value: number,
  scores: readonly number[],
  degrees: number,
  options: IntervalOptions = {},
): Estimate {
  const standardError = Math.sqrt(scores.reduce((sum, score) => sum + score * score, 0));
  requireThat(degrees > 0 && Number.isFinite(degrees), 'No cluster carries this contrast.');
  const half = studentTQuantile(upperProbability(options), degrees) * standardError;
  const p =
    standardError === 0
      ? value === 0
        ? 1
        : 0
      : 2 * studentTProbability(-Math.abs(value) / standardError, degrees);
  return { value, standardError, degrees, interval: { lower: value - half, upper: value + half }, p };
}

/** Each cluster's share of the error of the first contrast. */
export function scoresOf(fit: ClusteredFit, loadings: readonly Matrix[]): number[] {
  return fit.parts.map(({ residuals }, index) => {
    const { columns, values } = loadings[index]!;
    return residuals.reduce((sum, residual, row) => sum + residual * values[row * columns]!, 0);
  });
}

function satterthwaite(fit: ClusteredFit, loadings: readonly Matrix[]): number {
  const covariance = scoreCovariances(fit, loadings);
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < fit.parts.length; i += 1) {
    const own = covariance(i, i)[0]!;
    mean += own;
    squares += own * own;
    for (let j = 0; j < i; j += 1) squares += 2 * covariance(i, j)[0]! ** 2;
  }
  return (mean * mean) / squares;
}
