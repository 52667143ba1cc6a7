import { solveLower, solveUpper } from '../../linear-algebra/cholesky.ts';
import { ModelError } from '../../model-error.ts';
import { type Matrix, zeros } from './matrix.ts';

/** Share of a column that the ones before it may leave unexplained before it counts as one of their sums. */
const collinear = 1e-11;

/**
 * The inverse of a positive definite matrix of sums of products, by Cholesky's method after scaling to ones on the diagonal.
 *
 * @throws ModelError `collinear-columns` that names the first column that the ones before it determine
 */
export function inverseOfGram(gram: Matrix, name: (column: number) => string): Matrix {
  const size = gram.rows;
  const scale = Float64Array.from(
    { length: size },
    (_, index) => 1 / Math.sqrt(gram.values[index * size + index]!),
  );
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let sum = gram.values[row * size + column]! * scale[row]! * scale[column]!;
      for (let k = 0; k < column; k += 1) sum -= factor[row * size + k]! * factor[column * size + k]!;
      if (row > column) factor[row * size + column] = sum / factor[column * size + column]!;
      else if (sum > collinear) factor[row * size + row] = Math.sqrt(sum);
      else
        throw new ModelError(
          'collinear-columns',
          `Column ${name(row)} of the design is zero, or a sum of the ones before it: leave it out.`,
          { columns: [name(row)] },
        );
    }
  const inverse = zeros(size, size);
  const scaled = new Float64Array(size * size);
  for (let unit = 0; unit < size; unit += 1) {
    scaled[unit * size + unit] = 1;
    solveLower(factor, size, scaled, unit * size);
    solveUpper(factor, size, scaled, unit * size);
  }
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const mean = (scaled[row * size + column]! + scaled[column * size + row]!) / 2;
      inverse.values[row * size + column] = mean * scale[row]! * scale[column]!;
    }
  return inverse;
}
