import type { Interval } from '../../intervals/interval.ts';
import { requireThat } from '../../require-that.ts';
import { seededRandom } from '../../resampling/seeded-random.ts';
import { type ClusteredFit, residualsOf } from './clustered-fit.ts';

/** Options of {@link wildClusterBootstrap}. */
export interface WildBootstrapOptions {
  /** Draws where not every combination is gone through. Default 1,999. */
  readonly draws?: number;
  /** Default 1. */
  readonly seed?: number;
  /** Coverage of the interval; without it none is worked out, which is fifty times as fast. */
  readonly confidence?: number;
}

/** What a wild cluster bootstrap found. */
export interface WildBootstrap {
  readonly p: number;
  /** Values that the test would not reject; `null` if not asked for, infinite on a side without an end. */
  readonly interval: Interval | null;
  readonly draws: number;
  /** Every combination of weights was gone through: nothing was drawn. */
  readonly exact: boolean;
}

/** Webb's six points, each as likely: mean 0, variance 1. */
const webb = [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)];

/** Above so many combinations they are drawn. */
const mostCombinations = 50_000;

/**
 * Restricted wild cluster bootstrap of a contrast: residuals under the hypothesis are multiplied, a whole cluster at a time, with Webb's six weights, and
 * the t statistic of each such world is compared with the one found. Up to six clusters all 6ᴳ combinations are gone through. Reliable from about
 * a dozen clusters; where few of them are treated it hardly ever rejects, so that silence says nothing.
 *
 * Reference: A. C. Cameron, J. B. Gelbach and D. L. Miller, REStat 90 (2008); M. D. Webb, Canadian Journal of Economics 56 (2023); J. G. MacKinnon and M. D. Webb,
 * Journal of Applied Econometrics 32 (2017).
 *
 * @throws RangeError when the contrast does not fit, or there is one cluster only
 *
 * @example
 * ```ts
 * import { clusteredFit, wildClusterBootstrap } from '@collegial/statistics';
 *
 * const fit = clusteredFit({
 *   outcome: [1, 2, 4, 5],
 *   design: [[1, 0], [1, 0], [1, 1], [1, 1]],
 *   clusters: ['a', 'b', 'c', 'd'],
 * });
 * wildClusterBootstrap(fit, [0, 1]).exact; // true: 6⁴ combinations
 * ```
 */
export function wildClusterBootstrap(
  fit: ClusteredFit,
  contrast: readonly number[],
  { draws = 1999, seed = 1, confidence }: WildBootstrapOptions = {},
): WildBootstrap {
  requireThat(contrast.length === fit.coefficients.length, 'A contrast has a figure for each coefficient.');
  const clusters = fit.parts.length;
  requireThat(clusters > 1, 'A cluster bootstrap needs two clusters.');
  const exact = 6 ** clusters <= mostCombinations;
  const weights = exact ? everyCombination(clusters) : drawn(clusters, draws, seed);
  const test = createTest(fit, contrast, weights);
  const p = test(0);
  const interval = confidence === undefined ? null : invert(test, fit, contrast, 1 - confidence + 1e-12);
  return { p, interval, draws: weights.length, exact };
}

function everyCombination(clusters: number): Float64Array[] {
  return Array.from({ length: 6 ** clusters }, (_, index) =>
    Float64Array.from({ length: clusters }, (_, place) => webb[Math.floor(index / 6 ** place) % 6]!),
  );
}

function drawn(clusters: number, draws: number, seed: number): Float64Array[] {
  const random = seededRandom(seed);
  return Array.from({ length: draws }, () =>
    Float64Array.from({ length: clusters }, () => webb[Math.floor(random() * 6)]!),
  );
}

/** The p-value of the hypothesis that the contrast has a value, all draws being shared between hypotheses. */
function createTest(
  fit: ClusteredFit,
  contrast: readonly number[],
  draws: readonly Float64Array[],
): (value: number) => number {
  const size = contrast.length;
  const onto = new Float64Array(size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      onto[row]! += fit.bread.values[row * size + column]! * contrast[column]!;
  const found = contrast.reduce((sum, factor, index) => sum + factor * fit.coefficients[index]!, 0);
  const spread = contrast.reduce((sum, factor, index) => sum + factor * onto[index]!, 0);
  const back = fit.parts.map(({ design, weights }) => backOf(design.values, weights, onto, fit.bread.values));
  const own = fit.parts.map((part) => momentsOf(part.design.values, part.weights, part.residuals, size));
  const scale = Math.sqrt(own.reduce((sum, moments) => sum + dot(onto, moments) ** 2, 0));
  return (value) => {
    const t = Math.abs(found - value) / scale;
    const restricted = fit.coefficients.map(
      (coefficient, index) => coefficient - (onto[index]! / spread) * (found - value),
    );
    const moments = fit.parts.map((part) =>
      momentsOf(part.design.values, part.weights, residualsOf(part, restricted), size),
    );
    const scores = moments.map((entry) => dot(onto, entry));
    let asFar = 0;
    const total = new Float64Array(size);
    for (const weights of draws) {
      let shift = 0;
      total.fill(0);
      for (const [cluster, weight] of weights.entries()) {
        shift += weight * scores[cluster]!;
        for (let k = 0; k < size; k += 1) total[k]! += weight * moments[cluster]![k]!;
      }
      let squares = 0;
      for (const [cluster, weight] of weights.entries())
        squares += (weight * scores[cluster]! - dot(back[cluster]!, total)) ** 2;
      if (Math.abs(shift) >= t * Math.sqrt(squares) * (1 - 1e-9)) asFar += 1;
    }
    return asFar / draws.length;
  };
}

/** XᵀWr of a cluster. */
function momentsOf(
  design: Float64Array,
  weights: Float64Array,
  residuals: Float64Array,
  size: number,
): Float64Array {
  const moments = new Float64Array(size);
  for (const [row, residual] of residuals.entries())
    for (let k = 0; k < size; k += 1) moments[k]! += weights[row]! * residual * design[row * size + k]!;
  return moments;
}

/** (XᵀWX)⁻¹ XᵢᵀWᵢXᵢ (XᵀWX)⁻¹ c: how the fit takes a shift of all clusters back from one. */
function backOf(
  design: Float64Array,
  weights: Float64Array,
  onto: Float64Array,
  bread: Float64Array,
): Float64Array {
  const size = onto.length;
  const gathered = new Float64Array(size);
  for (const [row, weight] of weights.entries()) {
    let product = 0;
    for (let k = 0; k < size; k += 1) product += design[row * size + k]! * onto[k]!;
    for (let k = 0; k < size; k += 1) gathered[k]! += weight * product * design[row * size + k]!;
  }
  return Float64Array.from({ length: size }, (_, row) =>
    dot(bread.subarray(row * size, (row + 1) * size), gathered),
  );
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += left[index]! * right[index]!;
  return sum;
}

/** The ends of the values that are not rejected, by bisection outward from the estimate. */
function invert(
  test: (value: number) => number,
  fit: ClusteredFit,
  contrast: readonly number[],
  alpha: number,
): Interval {
  const found = contrast.reduce((sum, factor, index) => sum + factor * fit.coefficients[index]!, 0);
  const scale = Math.sqrt(
    fit.parts.reduce((sum, { residuals }) => sum + residuals.reduce((s, r) => s + r * r, 0), 0) /
      fit.parts.reduce((sum, { residuals }) => sum + residuals.length, 0),
  );
  const end = (side: 1 | -1) => {
    let inside = 0;
    let outside = scale / 4;
    for (let step = 0; test(found + side * outside) > alpha; step += 1) {
      if (step === 12) return side * Number.POSITIVE_INFINITY;
      inside = outside;
      outside *= 2;
    }
    for (let step = 0; step < 20; step += 1) {
      const middle = (inside + outside) / 2;
      if (test(found + side * middle) > alpha) inside = middle;
      else outside = middle;
    }
    return found + side * outside;
  };
  return { lower: end(-1), upper: end(1) };
}
