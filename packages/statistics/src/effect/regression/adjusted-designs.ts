import type { ClusteredFit, ClusterPart } from './clustered-fit.ts';
import { type Matrix, symmetricPower, times, transposed, zeros } from './matrix.ts';

/** Worked out once for each fit: every test needs it. */
const known = new WeakMap<ClusteredFit, readonly Matrix[]>();

/** For each cluster AᵢWᵢXᵢ, where Aᵢ = ((I − H)(I − H)ᵀ)^(−½) over its rows. */
export function adjustedDesigns(fit: ClusteredFit): readonly Matrix[] {
  const found = known.get(fit);
  if (found !== undefined) return found;
  const { bread, squaredGram } = fit;
  const middle = times(times(bread, squaredGram), bread);
  const component = componentsOf(bread, fit.parts);
  const adjusted = fit.parts.map((part) => {
    const result = zeros(part.design.rows, bread.columns);
    for (const [columns, rows] of blocksOf(part, component))
      adjustBlock(part, rows, columns, bread, middle, result);
    return result;
  });
  known.set(fit, adjusted);
  return adjusted;
}

/**
 * I − H − Hᵀ + XMXᵀ leaves everything alone that is at right angles to the columns of X and WX, so that the root is needed only between those few directions,
 * however many schools the cluster has.
 */
function adjustBlock(
  part: ClusterPart,
  rows: readonly number[],
  columns: readonly number[],
  bread: Matrix,
  middle: Matrix,
  into: Matrix,
): void {
  const size = part.design.columns;
  const at = (row: number, column: number) => part.design.values[rows[row]! * size + columns[column]!]!;
  const own = rows.map((row) => part.weights[row]!);
  const plain = columns.map((_, column) => rows.map((_row, row) => at(row, column)));
  const weighted = plain.map((values) => values.map((value, row) => value * own[row]!));
  const basis = orthonormal([...plain, ...weighted]);
  const inner = (left: readonly number[], right: readonly number[]) =>
    left.reduce((sum, value, index) => sum + value * right[index]!, 0);
  const project = (vectors: readonly number[][]): Matrix => ({
    rows: basis.length,
    columns: vectors.length,
    values: Float64Array.from(
      basis.flatMap((direction) => vectors.map((vector) => inner(direction, vector))),
    ),
  });
  const x = project(plain);
  const wx = project(weighted);
  const small = pick(bread, columns);
  const cross = times(times(x, small), transposed(wx));
  const square = times(times(x, pick(middle, columns)), transposed(x));
  const residual = zeros(basis.length, basis.length);
  for (let i = 0; i < basis.length; i += 1)
    for (let j = 0; j < basis.length; j += 1)
      residual.values[i * basis.length + j] =
        Number(i === j) -
        cross.values[i * basis.length + j]! -
        cross.values[j * basis.length + i]! +
        square.values[i * basis.length + j]!;
  const turned = times(symmetricPower(residual, -0.5), wx);
  for (const [i, row] of rows.entries())
    for (const [k, column] of columns.entries()) {
      let sum = 0;
      for (const [direction, vector] of basis.entries())
        sum += vector[i]! * turned.values[direction * columns.length + k]!;
      into.values[row * size + column] = sum;
    }
}

/** An orthonormal basis of what some vectors span, by Gram and Schmidt, each direction cleaned twice. */
function orthonormal(vectors: readonly (readonly number[])[]): number[][] {
  const basis: number[][] = [];
  const length = (vector: readonly number[]) =>
    Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  for (const vector of vectors) {
    const rest = [...vector];
    for (let round = 0; round < 2; round += 1)
      for (const direction of basis) {
        const share = rest.reduce((sum, value, index) => sum + value * direction[index]!, 0);
        for (const [index, value] of direction.entries()) rest[index]! -= share * value;
      }
    const left = length(rest);
    if (left > 1e-9 * length(vector)) basis.push(rest.map((value) => value / left));
  }
  return basis;
}

function pick(matrix: Matrix, columns: readonly number[]): Matrix {
  return {
    rows: columns.length,
    columns: columns.length,
    values: Float64Array.from(
      columns.flatMap((row) => columns.map((column) => matrix.values[row * matrix.columns + column]!)),
    ),
  };
}

/** For each column the first of those that it is tied to, in the fit or in a row. */
function componentsOf(bread: Matrix, parts: readonly ClusterPart[]): number[] {
  const parent = Array.from({ length: bread.columns }, (_, column) => column);
  const root = (column: number): number => {
    let at = column;
    while (parent[at] !== at) at = parent[at]!;
    return at;
  };
  const tie = (one: number, other: number) => {
    const [a, b] = [root(one), root(other)];
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  };
  for (let row = 0; row < bread.rows; row += 1)
    for (let column = 0; column < row; column += 1)
      if (bread.values[row * bread.columns + column] !== 0) tie(row, column);
  for (const { design } of parts)
    for (let row = 0; row < design.rows; row += 1) {
      let first = -1;
      for (let column = 0; column < design.columns; column += 1)
        if (design.values[row * design.columns + column] !== 0) {
          if (first < 0) first = column;
          else tie(first, column);
        }
    }
  return parent.map((_, column) => root(column));
}

/** The rows of a cluster by the columns they have anything in, as columns and rows. */
function blocksOf({ design }: ClusterPart, component: readonly number[]): [number[], number[]][] {
  const rows = new Map<number, number[]>();
  const columns = new Map<number, Set<number>>();
  for (let row = 0; row < design.rows; row += 1)
    for (let column = 0; column < design.columns; column += 1) {
      if (design.values[row * design.columns + column] === 0) continue;
      const key = component[column]!;
      const own = rows.get(key) ?? [];
      rows.set(key, own);
      if (own.at(-1) !== row) own.push(row);
      columns.set(key, (columns.get(key) ?? new Set()).add(column));
    }
  return [...rows].map(([key, own]) => [[...columns.get(key)!].sort((a, b) => a - b), own]);
}
