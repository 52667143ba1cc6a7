import type { FixedPoint, PlannedColumn, Spread } from './fixed-point.ts';
import { logarithmBits } from './sums-sql.ts';

/**
 * The sums of one lowest group: of weights, of the columns and of the products of each pair, where a column is (value − centre) ÷ scale.
 */
export interface GroupSums {
  readonly path: readonly string[];
  readonly rows: number;
  /** Sum of the weights; rows without weights. */
  readonly weight: number;
  readonly logWeights: number;
  readonly sums: Float64Array;
  /** Upper triangle, row by row. */
  readonly products: Float64Array;
  /** Sums without weights of the columns that were asked for, by their position. */
  readonly unweighted: ReadonlyMap<number, number>;
}

/** A row of the statement of sums. */
export type SumsRow = Readonly<Record<`path_g${number}`, string>> & {
  readonly n: number;
  readonly sums: readonly number[];
};

/** What {@link groupSums} takes besides the rows. */
export interface GroupSumsOptions {
  readonly columns: readonly PlannedColumn[];
  readonly positions: ReadonlyMap<string, number>;
  readonly levels: number;
  readonly root: FixedPoint | null;
  readonly unweighted: readonly number[];
}

/** Where a sum is found, and the power of two that makes it the sum of (value − centre) ÷ scale. */
interface Place {
  /** −1: the sum is 0. */
  readonly position: number;
  readonly factor: number;
}

/** The rows of the statement of sums, in the order of their paths. */
export function groupSums(rows: readonly SumsRow[], options: GroupSumsOptions): GroupSums[] {
  const { columns, positions, levels, root, unweighted } = options;
  // Everything that is divided out is a power of two: no digit is lost.
  const rootBits = root === null ? 0 : root.bits;
  const weightScale = root === null ? 1 : root.scale ** 2;
  const place = (name: string, bits: number): Place => ({
    position: positions.get(name) ?? -1,
    factor: weightScale / 2 ** bits,
  });
  const sums = columns.map(({ point }, i) => place(`s${i}`, point.bits + rootBits));
  const products = columns.flatMap(({ column, point }, i) =>
    columns
      .slice(i)
      .map((other, offset) =>
        offset === 0 && column.binary
          ? sums[i]!
          : place(`p${i}_${i + offset}`, point.bits + other.point.bits),
      ),
  );
  const weight = place('rr', 2 * rootBits);
  const without = unweighted.map((index) => {
    const { column, point } = columns[index]!;
    return [index, { ...place(`u${index}`, 0), factor: 1 / 2 ** (column.binary ? 0 : point.bits) }] as const;
  });
  const logarithms = positions.get('lw') ?? -1;
  return rows
    .map((row): GroupSums => {
      const of = ({ position, factor }: Place) => (position < 0 ? 0 : row.sums[position]! * factor);
      return {
        path: Array.from({ length: levels }, (_, level) => row[`path_g${level + 1}`]!),
        rows: row.n,
        weight: root === null ? row.n : of(weight),
        logWeights: root === null ? 0 : row.sums[logarithms]! / 2 ** logarithmBits,
        sums: Float64Array.from(sums, of),
        products: Float64Array.from(products, of),
        unweighted: new Map(without.map(([index, where]) => [index, of(where)])),
      };
    })
    .sort(byPath);
}

/** Mean and standard deviation of each column over all groups, in whole numbers of the plan. */
export function spreads(groups: readonly GroupSums[], columns: readonly PlannedColumn[]): Spread[] {
  const total = (of: (group: GroupSums) => number) => groups.reduce((sum, group) => sum + of(group), 0);
  const weight = total((group) => group.weight);
  let diagonal = 0;
  return columns.map(({ point }, index) => {
    const position = diagonal;
    diagonal += columns.length - index;
    const mean = total((group) => group.sums[index]!) / weight;
    const square = total((group) => group.products[position]!) / weight;
    const deviation = Math.sqrt(Math.max(0, square - mean * mean));
    return { mean: mean * 2 ** point.bits, deviation: deviation * 2 ** point.bits };
  });
}

function byPath(a: GroupSums, b: GroupSums): number {
  for (const [level, name] of a.path.entries()) {
    const other = b.path[level] as string;
    if (name !== other) return name < other ? -1 : 1;
  }
  return 0;
}
