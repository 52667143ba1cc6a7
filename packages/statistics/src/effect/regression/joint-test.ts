import { incompleteBeta } from '../../distributions/incomplete-beta.ts';
import { symmetricEigen } from '../../linear-algebra/symmetric-eigen.ts';
import { requireThat } from '../../require-that.ts';
import { loadingsOf } from './adjusted-scores.ts';
import type { ClusteredFit } from './clustered-fit.ts';
import { type Matrix, symmetricPower, times, zeros } from './matrix.ts';
import { scoreCovariances } from './score-covariances.ts';

/** A test of several contrasts at once. */
export interface JointTest {
  readonly contrasts: number;
  /** Compared with F of `contrasts` and `degrees`. */
  readonly statistic: number;
  readonly degrees: number;
  readonly p: number;
}

/**
 * Tests whether several sums of coefficients are all 0, with few clusters: Hotelling's T² on CR2, its degrees of freedom from the first two moments
 * of the variance (HTZ). `null` where the clusters cannot carry so many contrasts.
 *
 * Reference: E. Tipton and J. E. Pustejovsky, Journal of Educational and Behavioral Statistics 40 (2015).
 *
 * @throws RangeError without contrasts
 *
 * @example
 * ```ts
 * import { clusteredFit, jointTest } from '@collegial/statistics';
 *
 * const fit = clusteredFit({
 *   outcome: [1, 2, 4, 5, 7, 6],
 *   design: [[1, 0], [1, 0], [1, 1], [1, 1], [1, 1], [1, 0]],
 *   clusters: ['a', 'b', 'c', 'd', 'e', 'f'],
 * });
 * jointTest(fit, [[1, 0], [0, 1]])?.contrasts; // 2
 * ```
 */
export function jointTest(fit: ClusteredFit, contrasts: readonly (readonly number[])[]): JointTest | null {
  const q = contrasts.length;
  requireThat(q > 0, 'A joint test needs a contrast.');
  const loadings = loadingsOf(fit, contrasts);
  const covariance = scoreCovariances(fit, loadings);
  const clusters = fit.parts.length;
  const expected = zeros(q, q);
  for (let i = 0; i < clusters; i += 1)
    for (const [at, value] of covariance(i, i).entries()) expected.values[at]! += value;
  if (!isPositiveDefinite(expected)) return null;
  const root = symmetricPower(expected, -0.5, 0);
  let variances = 0;
  for (let i = 0; i < clusters; i += 1)
    for (let j = 0; j <= i; j += 1) {
      const block = times(times(root, { rows: q, columns: q, values: covariance(i, j) }), root).values;
      let sum = 0;
      for (let s = 0; s < q; s += 1)
        for (let t = 0; t < q; t += 1)
          sum += block[s * q + s]! * block[t * q + t]! + block[s * q + t]! * block[t * q + s]!;
      variances += i === j ? sum : 2 * sum;
    }
  const eta = (q * (q + 1)) / variances;
  const degrees = eta - q + 1;
  const observed = zeros(q, q);
  for (const [index, { residuals }] of fit.parts.entries()) addScores(observed, loadings[index]!, residuals);
  if (degrees <= 0 || !isPositiveDefinite(observed)) return null;
  const values = contrasts.map((contrast) =>
    contrast.reduce((sum, factor, index) => sum + factor * fit.coefficients[index]!, 0),
  );
  const inverse = symmetricPower(observed, -1, 0).values;
  let wald = 0;
  for (let s = 0; s < q; s += 1)
    for (let t = 0; t < q; t += 1) wald += values[s]! * inverse[s * q + t]! * values[t]!;
  const statistic = (degrees / (eta * q)) * wald;
  const p = incompleteBeta(degrees / (degrees + q * statistic), degrees / 2, q / 2);
  return { contrasts: q, statistic, degrees, p };
}

function isPositiveDefinite(matrix: Matrix): boolean {
  const { values } = symmetricEigen(matrix.values, matrix.rows);
  const largest = Math.max(...values);
  return largest > 0 && Math.min(...values) > 1e-12 * largest;
}

function addScores(into: Matrix, { columns, values }: Matrix, residuals: Float64Array): void {
  const score = new Float64Array(columns);
  for (const [row, residual] of residuals.entries())
    for (let column = 0; column < columns; column += 1)
      score[column]! += residual * values[row * columns + column]!;
  for (let s = 0; s < columns; s += 1)
    for (let t = 0; t < columns; t += 1) into.values[s * columns + t]! += score[s]! * score[t]!;
}
