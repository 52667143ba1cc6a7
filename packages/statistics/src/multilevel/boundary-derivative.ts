import { symmetricEigen } from '../linear-algebra/symmetric-eigen.ts';
import type { LevelWork } from './climb.ts';

/**
 * The smallest derivative of the criterion in directions that add variance at one level: the smallest eigenvalue of the slope by Γ, or for
 * independent effects the smallest of its diagonal; 0 when it is not below what rounding leaves. With a gradient of 0 along the factor, that it is not
 * negative is what makes a point an optimum over all covariance matrices, also at their boundary. The last evaluation must have had a gradient.
 */
export function boundaryDerivative({ design, slope, slopeScale, covariance }: LevelWork): {
  readonly derivative: number;
  readonly direction: readonly number[];
} {
  const { random, free } = design;
  let variance = 1;
  for (let i = 0; i < random; i += 1) variance += covariance[i * random + i]!;
  // what could be gained is of the order of the derivative times the variance that is there
  const rounding = Math.max(1e-7 * Math.max(...slopeScale, 0), 1e-4 / variance);
  const { values, vectors } = symmetricEigen(
    independent(random, free.length) ? diagonal(slope, random) : slope,
    random,
  );
  const derivative = values[0]!;
  return {
    derivative: derivative < -rounding ? derivative : Math.max(derivative, 0),
    direction: vectors[0]!,
  };
}

/** The same among those directions alone in which the level has no variance; for a level that has none in some direction. */
export function outwardDerivative({ design, slope, covariance }: LevelWork): number {
  const { random, free } = design;
  const { values, vectors } = symmetricEigen(covariance, random);
  const empty = vectors.filter((_, index) => values[index]! <= 1e-12 * Math.max(...values));
  const size = empty.length;
  const within = new Float64Array(size * size);
  const used = independent(random, free.length) ? diagonal(slope, random) : slope;
  empty.forEach((a, i) => {
    empty.forEach((b, j) => {
      for (let k = 0; k < random; k += 1) {
        for (let l = 0; l < random; l += 1) within[i * size + j]! += a[k]! * used[k * random + l]! * b[l]!;
      }
    });
  });
  return symmetricEigen(within, size).values[0] ?? 0;
}

function independent(random: number, free: number): boolean {
  return random > 1 && free === random;
}

function diagonal(matrix: Float64Array, size: number): Float64Array {
  return matrix.map((value, cell) => (cell % (size + 1) === 0 ? value : 0));
}
