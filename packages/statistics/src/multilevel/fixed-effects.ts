import { solveLower } from '../linear-algebra/cholesky.ts';
import type { Criterion } from './criterion.ts';
import { type Curvature, curvature } from './curvature.ts';
import type { FixedEffect } from './multilevel-fit.ts';

/** Fixed effects on the scale of the data, and how the criterion curves about the optimum. */
export interface FixedPart {
  readonly fixed: readonly FixedEffect[];
  readonly covariance: readonly (readonly number[])[];
  readonly curvature: Curvature;
}

/**
 * Turns fixed effects back to the scale of the data. Satterthwaite's degrees of freedom for the variance v of one of them are 2 v² ÷ Var(v),
 * with the residual variance profiled out: 2 ÷ (dᵀ C d + 2 ÷ ν), where d are the derivatives of ln v by the factor's entries and C their
 * covariance matrix, 2 × the inverse of the criterion's second derivatives.
 *
 * Reference: F. E. Satterthwaite, Biometrics Bulletin 2 (1946); S. R. Fai and P. L. Cornelius, Journal of Statistical Computation and
 * Simulation 54 (1996).
 */
export function fixedPart(
  criterion: Criterion,
  theta: Float64Array,
  chosen: readonly number[],
  names: readonly string[],
): FixedPart {
  const { design, degrees } = criterion;
  const { fixed, standardised } = design;
  const turn = toData(criterion);
  const logs = fixed.map(() => new Float64Array(theta.length));
  const found = curvature(criterion, theta, chosen, {
    visit: (parameter, sign, step) => {
      covarianceOf(criterion, turn).forEach((row, index) => {
        logs[index]![parameter]! += (sign * Math.log(row[index]!)) / (2 * step);
      });
    },
  });
  const covariance = covarianceOf(criterion, turn);
  const outcome = standardised.transform[standardised.size - 1]!;
  const estimates = turn.map((row) => row.reduce((sum, part, k) => sum + part * criterion.beta[k]!, 0));
  estimates[0]! += outcome.centre;
  return {
    covariance,
    curvature: found,
    fixed: fixed.map((column, index) => ({
      column: names[column]!,
      estimate: estimates[index]!,
      standardError: Math.sqrt(covariance[index]![index]!),
      degrees: 2 / (spread(logs[index]!, chosen, found) + 2 / degrees),
    })),
  };
}

/** Variance of a function of the parameters with the derivatives given. */
function spread(derivatives: Float64Array, chosen: readonly number[], { eigen }: Curvature): number {
  const most = Math.max(...eigen.values, 0);
  return eigen.values.reduce((sum, value, index) => {
    if (!(value > 1e-9 * most)) return sum;
    const part = chosen.reduce(
      (total, parameter, at) => total + eigen.vectors[index]![at]! * derivatives[parameter]!,
      0,
    );
    return sum + (2 * part * part) / value;
  }, 0);
}

/** The matrix that turns coefficients of standardised columns into those of the data (but for the centre of the outcome). */
function toData({ design: { fixed, standardised } }: Criterion): number[][] {
  const { transform, size } = standardised;
  const { scale } = transform[size - 1]!;
  return fixed.map((index, row) =>
    fixed.map((other, column) => {
      if (row === column) return scale / transform[index]!.scale;
      return row === 0 ? (-scale * transform[other]!.centre) / transform[other]!.scale : 0;
    }),
  );
}

/** residual variance × T (Xᵀ V⁻¹ X)⁻¹ Tᵀ. */
function covarianceOf(
  { fixedFactor, variance }: Criterion,
  turn: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const size = turn.length;
  const solved = turn.map((row) => {
    const vector = Float64Array.from(row);
    solveLower(fixedFactor, size, vector);
    return vector;
  });
  return solved.map((a) =>
    solved.map((b) => variance * a.reduce((sum, part, index) => sum + part * b[index]!, 0)),
  );
}
