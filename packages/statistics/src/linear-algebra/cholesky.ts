/**
 * Replaces the lower triangle of a symmetric matrix, stored row by row, by its Cholesky factor L with L Lᵀ = matrix. The upper
 * triangle is neither read nor written.
 *
 * @returns false when the matrix is not positive definite; its contents are then of no use
 */
export function factorise(matrix: Float64Array, size: number): boolean {
  for (let row = 0; row < size; row += 1) {
    const start = row * size;
    for (let column = 0; column <= row; column += 1) {
      const other = column * size;
      let sum = matrix[start + column]!;
      for (let k = 0; k < column; k += 1) sum -= matrix[start + k]! * matrix[other + k]!;
      if (column < row) matrix[start + column] = sum / matrix[other + column]!;
      else if (sum > 0) matrix[start + row] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/** Solves L x = b in place, for the factor L of {@link factorise}; `b` begins at `offset`. */
export function solveLower(factor: Float64Array, size: number, vector: Float64Array, offset = 0): void {
  for (let row = 0; row < size; row += 1) {
    let sum = vector[offset + row]!;
    for (let k = 0; k < row; k += 1) sum -= factor[row * size + k]! * vector[offset + k]!;
    vector[offset + row] = sum / factor[row * size + row]!;
  }
}

/** Solves Lᵀ x = b in place, for the factor L of {@link factorise}; `b` begins at `offset`. */
export function solveUpper(factor: Float64Array, size: number, vector: Float64Array, offset = 0): void {
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = vector[offset + row]!;
    for (let k = row + 1; k < size; k += 1) sum -= factor[k * size + row]! * vector[offset + k]!;
    vector[offset + row] = sum / factor[row * size + row]!;
  }
}

/** The inverse of a matrix from its factor, row by row, whole. */
export function inverseOf(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    inverse[row * size + row] = 1;
    solveLower(factor, size, inverse, row * size);
    solveUpper(factor, size, inverse, row * size);
  }
  return inverse;
}
