import { type Eigen, symmetricEigen } from '../linear-algebra/symmetric-eigen.ts';
import type { Criterion } from './criterion.ts';

/** Gradient and second derivatives of the criterion along the chosen parameters. */
export interface Curvature {
  readonly value: number;
  readonly gradient: Float64Array;
  readonly eigen: Eigen;
}

/** Options of {@link curvature}. */
export interface CurvatureOptions {
  /** Default true. */
  readonly central?: boolean;
  /** Called at each place looked up, to gather more differences there. */
  readonly visit?: (parameter: number, sign: 1 | -1, step: number) => void;
}

/**
 * Second derivatives as central differences of the analytic gradient – or one-sided ones, for half the price, where they only steer.
 *
 * With central differences the criterion is left where it was evaluated last: at `theta`, with a gradient.
 */
export function curvature(
  criterion: Criterion,
  theta: Float64Array,
  chosen: readonly number[],
  { central = true, visit }: CurvatureOptions = {},
): Curvature {
  const count = chosen.length;
  const gradient = new Float64Array(theta.length);
  const value = central ? Number.NaN : criterion.evaluate(theta, gradient);
  const second = new Float64Array(count * count);
  const above = new Float64Array(theta.length);
  const below = new Float64Array(theta.length);
  const moved = theta.slice();
  chosen.forEach((parameter, row) => {
    const step = 2e-5 * Math.max(0.05, Math.abs(theta[parameter]!));
    moved[parameter] = theta[parameter]! + step;
    criterion.evaluate(moved, above);
    visit?.(parameter, 1, step);
    if (central) {
      moved[parameter] = theta[parameter]! - step;
      criterion.evaluate(moved, below);
      visit?.(parameter, -1, step);
    } else below.set(gradient);
    moved[parameter] = theta[parameter]!;
    chosen.forEach((other, column) => {
      const difference = (above[other]! - below[other]!) / (central ? 2 * step : step);
      second[row * count + column]! += difference / 2;
      second[column * count + row]! += difference / 2;
    });
  });
  return {
    value: central ? criterion.evaluate(theta, gradient) : value,
    gradient: Float64Array.from(chosen, (parameter) => gradient[parameter]!),
    eigen: symmetricEigen(second, count),
  };
}

/** Distance to the stationary point in standard errors: √(gᵀ H⁻¹ g ÷ 2) for a criterion of −2 log-likelihood; directions without curvature left out. */
export function distanceOf({ gradient, eigen }: Curvature): number {
  const most = Math.max(...eigen.values.map(Math.abs), 0);
  let sum = 0;
  eigen.values.forEach((value, index) => {
    const slope = along(eigen.vectors[index]!, gradient);
    if (Math.abs(value) > 1e-9 * most) sum += (slope * slope) / Math.abs(value);
  });
  return Math.sqrt(sum / 2);
}

/** The step of Newton's method away from maxima and saddles: −Σ v (vᵀ g) ÷ |eigenvalue|, no longer than `radius`. */
export function newtonStep({ gradient, eigen }: Curvature, radius: number): Float64Array {
  const most = Math.max(...eigen.values.map(Math.abs), 0);
  const step = new Float64Array(gradient.length);
  eigen.values.forEach((value, index) => {
    const vector = eigen.vectors[index]!;
    const size = -along(vector, gradient) / Math.max(Math.abs(value), 1e-9 * most, Number.MIN_VALUE);
    for (const [at, part] of vector.entries()) step[at]! += size * part;
  });
  const length = Math.hypot(...step);
  if (length > radius) for (let at = 0; at < step.length; at += 1) step[at]! *= radius / length;
  return step;
}

function along(vector: readonly number[], gradient: Float64Array): number {
  return vector.reduce((sum, part, index) => sum + part * gradient[index]!, 0);
}
