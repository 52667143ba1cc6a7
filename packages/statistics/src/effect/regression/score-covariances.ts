import type { ClusteredFit } from './clustered-fit.ts';
import { type Matrix, times, transposed } from './matrix.ts';

/**
 * How the clusters' shares of the error would vary together if the errors were independent with variance 1: entry (i, j) is GᵢᵀGⱼ, contrasts ×
 * contrasts. The degrees of freedom of the tests follow from it.
 */
export function scoreCovariances(
  fit: ClusteredFit,
  loadings: readonly Matrix[],
): (i: number, j: number) => Float64Array {
  const { bread, squaredGram } = fit;
  const q = loadings[0]?.columns ?? 0;
  const parts = fit.parts.map((part, index) => {
    const own = loadings[index]!;
    const weighted = {
      ...own,
      values: own.values.map((value, at) => value * part.weights[Math.floor(at / q)]!),
    };
    const turned = transposed(part.design);
    const u = times(bread, times(turned, own));
    return { own, v: times(turned, weighted), u, su: times(squaredGram, u) };
  });
  return (i, j) => {
    const left = parts[i]!;
    const right = parts[j]!;
    const covariance = new Float64Array(q * q);
    for (let s = 0; s < q; s += 1)
      for (let t = 0; t < q; t += 1) {
        let sum = 0;
        for (let k = 0; k < left.u.rows; k += 1) {
          const uLeft = left.u.values[k * q + s]!;
          sum += uLeft * (right.su.values[k * q + t]! - right.v.values[k * q + t]!);
          sum -= left.v.values[k * q + s]! * right.u.values[k * q + t]!;
        }
        if (i === j)
          for (let row = 0; row < left.own.rows; row += 1)
            sum += left.own.values[row * q + s]! * left.own.values[row * q + t]!;
        covariance[s * q + t] = sum;
      }
    return covariance;
  };
}
