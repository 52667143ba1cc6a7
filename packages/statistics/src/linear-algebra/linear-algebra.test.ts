import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorise, inverseOf, solveLower, solveUpper } from './cholesky.ts';
import { rootBetween } from './root.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

const size = 4;
const entries = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
  minLength: size ** 2,
  maxLength: size ** 2,
});

/** A Aᵀ + diagonal. */
const square = (a: readonly number[], diagonal: number) =>
  Float64Array.from({ length: size ** 2 }, (_, cell) => {
    const [i, j] = [Math.floor(cell / size), cell % size];
    let sum = i === j ? diagonal : 0;
    for (let k = 0; k < size; k += 1) sum += a[i * size + k]! * a[j * size + k]!;
    return sum;
  });

describe('Cholesky', () => {
  it('solves, and inverts', () => {
    fc.assert(
      fc.property(entries, (a) => {
        const matrix = square(a, 0.5);
        const factor = matrix.slice();
        expect(factorise(factor, size)).toBe(true);
        const x = Float64Array.of(1, -2, 3, 0.5);
        const b = x.map((_, i) => x.reduce((sum, value, j) => sum + matrix[i * size + j]! * value, 0));
        solveLower(factor, size, b);
        solveUpper(factor, size, b);
        for (const [i, value] of x.entries()) expect(b[i]).toBeCloseTo(value, 8);
        const inverse = inverseOf(factor, size);
        for (let i = 0; i < size; i += 1) {
          for (let j = 0; j < size; j += 1) {
            let sum = 0;
            for (let k = 0; k < size; k += 1) sum += matrix[i * size + k]! * inverse[k * size + j]!;
            expect(sum).toBeCloseTo(i === j ? 1 : 0, 8);
          }
        }
      }),
    );
  });

  it('says when a matrix is not positive definite', () => {
    expect(factorise(Float64Array.of(1, 2, 2, 1), 2)).toBe(false);
    expect(factorise(Float64Array.of(0), 1)).toBe(false);
  });
});

it('eigenvalues and eigenvectors put the matrix together again, in ascending order', () => {
  fc.assert(
    fc.property(entries, (a) => {
      const matrix = square(a, -2);
      const { values, vectors } = symmetricEigen(matrix, size);
      expect(values).toEqual(values.toSorted((x, y) => x - y));
      for (let i = 0; i < size; i += 1) {
        for (let j = 0; j < size; j += 1) {
          const sum = values.reduce(
            (total, value, k) => total + value * vectors[k]![i]! * vectors[k]![j]!,
            0,
          );
          expect(sum).toBeCloseTo(matrix[i * size + j]!, 9);
        }
      }
    }),
  );
});

it.each([
  ['x³ − 2', (x: number) => x ** 3 - 2, 0, 10, Math.cbrt(2)],
  ['cos x − x', (x: number) => Math.cos(x) - x, 0, 1, 0.7390851332151607],
  ['a steep one', (x: number) => Math.expm1(40 * (x - 0.9)), 0, 1, 0.9],
  ['a flat one, (x − 1)⁵', (x: number) => (x - 1) ** 5, 0, 3, 1],
])('finds the root of %s in few steps', (_, of, low, high, root) => {
  let calls = 0;
  const found = rootBetween(
    (x) => {
      calls += 1;
      return of(x);
    },
    low,
    high,
  );
  expect(Math.abs(found - root)).toBeLessThan(root === 1 ? 1e-3 : 4e-16);
  expect(calls).toBeLessThan(root === 1 ? 140 : 30);
});
