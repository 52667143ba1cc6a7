import { symmetricEigen } from '../../linear-algebra/symmetric-eigen.ts';

/** A dense matrix: row after row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** A matrix of zeros. */
export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) };
}

/** The product of two matrices. */
export function times(left: Matrix, right: Matrix): Matrix {
  const product = zeros(left.rows, right.columns);
  for (let row = 0; row < left.rows; row += 1)
    for (let inner = 0; inner < left.columns; inner += 1) {
      const factor = left.values[row * left.columns + inner]!;
      if (factor === 0) continue;
      for (let column = 0; column < right.columns; column += 1)
        product.values[row * right.columns + column]! +=
          factor * right.values[inner * right.columns + column]!;
    }
  return product;
}

/** A matrix with rows and columns exchanged. */
export function transposed({ rows, columns, values }: Matrix): Matrix {
  const turned = zeros(columns, rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      turned.values[column * rows + row] = values[row * columns + column]!;
  return turned;
}

/**
 * A power of a symmetric matrix through its eigenvalues; those that are zero up to rounding stay zero, as in a pseudo-inverse.
 */
export function symmetricPower(matrix: Matrix, power: number, tolerance = 1e-10): Matrix {
  const { rows: size } = matrix;
  const { values, vectors } = symmetricEigen(matrix.values, size);
  const result = zeros(size, size);
  for (const [index, value] of values.entries()) {
    if (value <= tolerance) continue;
    const factor = value ** power;
    const vector = vectors[index]!;
    for (let row = 0; row < size; row += 1)
      for (let column = 0; column < size; column += 1)
        result.values[row * size + column]! += factor * vector[row]! * vector[column]!;
  }
  return result;
}
