import { ModelError } from '../model-error.ts';
import { checkColumns } from './check-columns.ts';
import type { ColumnTransform, GroupProducts, ModelStatistics } from './model-statistics.ts';

/** Cross products of columns that have mean 0 and variance 1 over all rows, so that no digit is lost to where a column has its zero. */
export interface Standardised {
  /** Number of columns and the outcome. */
  readonly size: number;
  readonly groups: readonly GroupProducts[];
  readonly rows: number;
  readonly logWeights: number;
  /** From the data to the standardised columns. */
  readonly transform: readonly ColumnTransform[];
  /** Writes the whole symmetric matrix of one group, row by row. */
  readonly write: (group: GroupProducts, into: Float64Array) => void;
  /** The sum over all groups. */
  readonly total: Float64Array;
  /** Columns that are the same in every row, but for the intercept. */
  readonly constant: readonly boolean[];
}

/** Standardises what was summed; refuses columns among `fixed` that are constant or collinear, and an outcome that does not vary. */
export function standardise(
  { columns, outcome, transform }: ModelStatistics,
  groups: readonly GroupProducts[],
  fixed: readonly number[],
): Standardised {
  const size = columns.length + 1;
  const rows = groups.reduce((sum, group) => sum + group.rows, 0);
  if (rows <= fixed.length) {
    throw new ModelError(
      'too-few-rows',
      `${rows} rows cannot carry ${fixed.length} fixed effects: there must be more rows than columns.`,
    );
  }
  const sums = new Float64Array((size * (size + 1)) / 2);
  for (const { products } of groups) {
    for (let index = 0; index < sums.length; index += 1) sums[index]! += products[index]!;
  }
  const own = ownScale(sums, size);
  if (own[size - 1]!.scale === 0) {
    throw new ModelError(
      'constant-outcome',
      `The outcome ${outcome} is the same in every row: there is nothing to explain.`,
      { columns: [outcome] },
    );
  }
  const safe = own.map(({ centre, scale }) => ({ centre, scale: scale || 1 }));
  const write = ({ products }: { readonly products: Float64Array }, into: Float64Array) => {
    for (let row = 0; row < size; row += 1) {
      const a = safe[row]!;
      for (let column = row; column < size; column += 1) {
        const b = safe[column]!;
        const product =
          products[packed(row, column, size)]! -
          a.centre * products[column]! -
          b.centre * products[row]! +
          a.centre * b.centre * products[0]!;
        into[row * size + column] = product / (a.scale * b.scale);
        into[column * size + row] = into[row * size + column]!;
      }
    }
  };
  const total = new Float64Array(size * size);
  write({ products: sums }, total);
  const constant = own.map(({ scale }, index) => index > 0 && scale === 0);
  checkColumns({ names: columns, chosen: [...fixed, size - 1], constant, total, size, outcome });
  return {
    size,
    groups,
    rows,
    logWeights: groups.reduce((sum, group) => sum + group.logWeights, 0),
    transform: safe.map(({ centre, scale }, index) => ({
      centre: transform[index]!.centre + transform[index]!.scale * centre,
      scale: transform[index]!.scale * scale,
    })),
    write,
    total,
    constant,
  };
}

/** Mean and standard deviation of each column in the scale given; 0 when what varies is no more than rounding. */
function ownScale(sums: Float64Array, size: number): ColumnTransform[] {
  const weight = sums[0]!;
  return Array.from({ length: size }, (_, index) => {
    if (index === 0) return { centre: 0, scale: 1 };
    const centre = sums[index]! / weight;
    const square = sums[packed(index, index, size)]! / weight;
    const variance = square - centre * centre;
    return { centre, scale: variance > 1e-12 * square ? Math.sqrt(variance) : 0 };
  });
}

/** Place of row and column (row ≤ column) in an upper triangle stored row by row. */
export function packed(row: number, column: number, size: number): number {
  return row * size - (row * (row - 1)) / 2 + column - row;
}
