/** Eigenvalues in ascending order, and beside each its eigenvector of length 1. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, stored row by row, by Jacobi's rotations: slow for large matrices, and as
 * accurate as can be for small ones.
 *
 * Reference: G. H. Golub and C. F. Van Loan, *Matrix Computations*, 4th edition (2013), 8.5.
 */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): Eigen {
  const work = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let index = 0; index < size; index += 1) vectors[index * size + index] = 1;
  for (let sweep = 0; sweep < 60; sweep += 1) {
    let off = 0;
    let all = 0;
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        const square = work[row * size + column]! ** 2;
        all += square;
        if (row !== column) off += square;
      }
    }
    if (off <= 1e-34 * all) break;
    for (let row = 0; row < size; row += 1) {
      for (let column = row + 1; column < size; column += 1) rotate(work, vectors, size, row, column);
    }
  }
  const order = Array.from({ length: size }, (_, index) => index).sort(
    (a, b) => work[a * size + a]! - work[b * size + b]!,
  );
  return {
    values: order.map((index) => work[index * size + index]!),
    vectors: order.map((index) => Array.from({ length: size }, (_, row) => vectors[row * size + index]!)),
  };
}

function rotate(work: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const apq = work[p * size + q]!;
  if (apq === 0) return;
  const tau = (work[q * size + q]! - work[p * size + p]!) / (2 * apq);
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = t * c;
  for (let k = 0; k < size; k += 1) turn(work, k * size + p, k * size + q, c, s);
  for (let k = 0; k < size; k += 1) turn(work, p * size + k, q * size + k, c, s);
  for (let k = 0; k < size; k += 1) turn(vectors, k * size + p, k * size + q, c, s);
}

function turn(values: Float64Array, first: number, second: number, c: number, s: number): void {
  const a = values[first]!;
  const b = values[second]!;
  values[first] = c * a - s * b;
  values[second] = s * a + c * b;
}
