import { requireThat } from '../require-that.ts';

/**
 * Inverse of a symmetric positive definite matrix, row by row in one array, by Cholesky's factors.
 *
 * @throws RangeError when the matrix is not positive definite
 */
export function inverseOfPositiveDefinite(matrix: Float64Array, size: number): Float64Array {
  const factor = Float64Array.from(matrix);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = factor[row * size + column]!;
      for (let k = 0; k < column; k += 1) sum -= factor[row * size + k]! * factor[column * size + k]!;
      if (row === column) {
        requireThat(sum > 0, 'The matrix is not positive definite.');
        factor[row * size + row] = Math.sqrt(sum);
      } else factor[row * size + column] = sum / factor[column * size + column]!;
    }
  }
  const inverse = new Float64Array(size * size);
  const solved = new Float64Array(size);
  for (let unit = 0; unit < size; unit += 1) {
    for (let row = unit; row < size; row += 1) {
      let sum = row === unit ? 1 : 0;
      for (let k = unit; k < row; k += 1) sum -= factor[row * size + k]! * solved[k]!;
      solved[row] = sum / factor[row * size + row]!;
    }
    for (let row = size - 1; row >= unit; row -= 1) {
      let sum = solved[row]!;
      for (let k = row + 1; k < size; k += 1) sum -= factor[k * size + row]! * solved[k]!;
      solved[row] = sum / factor[row * size + row]!;
      inverse[row * size + unit] = solved[row]!;
      inverse[unit * size + row] = solved[row]!;
    }
  }
  return inverse;
}
