import { ModelError } from '../model-error.ts';
import type { GroupProducts, ModelStatistics } from './model-statistics.ts';
import { packed } from './standardised.ts';

/** Which means to add. */
export interface GroupMeansOptions {
  /** Columns whose means are wanted. */
  readonly columns: readonly string[];
  /** The level over whose groups they are taken. */
  readonly level: string;
  /** Name of the new column. Default: `prior: mean of school`. */
  readonly name?: (column: string) => string;
}

/**
 * Adds the mean of a column over the groups of a level as a further column of the model – a contextual effect such as the intake of the school beside
 * the student's own prior attainment – from the cross products alone: the data need not be read again. With precision weights the
 * means are weighted.
 *
 * Reference: A. S. Bryk and S. W. Raudenbush, *Hierarchical Linear Models*, 2nd edition (2002), chapter 5.
 *
 * @throws ModelError for a column or level that the statistics do not have
 *
 * @example
 * ```ts
 * import { addGroupMeans, fitMultilevel, type ModelStatistics } from '@collegial/statistics';
 *
 * const contextual = (statistics: ModelStatistics) =>
 *   fitMultilevel(addGroupMeans(statistics, { columns: ['prior'], level: 'school' }));
 * ```
 */
export function addGroupMeans(
  statistics: ModelStatistics,
  { columns, level, name = (column) => `${column}: mean of ${level}` }: GroupMeansOptions,
): ModelStatistics {
  const depth = statistics.levels.indexOf(level);
  const chosen = columns.map((column) => statistics.columns.indexOf(column));
  const unknown = columns.filter((_, index) => chosen[index]! < 1);
  if (depth < 0 || unknown.length > 0) {
    throw new ModelError(
      'unknown-name',
      depth < 0 ? `There is no level ${level}.` : `There is no covariate ${unknown.join(', ')}.`,
      { columns: unknown, level },
    );
  }
  const keyOf = ({ path }: GroupProducts) => JSON.stringify(path.slice(0, depth + 1));
  const sums = new Map<string, Float64Array>();
  for (const group of statistics.groups) {
    const sum = sums.get(keyOf(group)) ?? new Float64Array(chosen.length + 1);
    sums.set(keyOf(group), sum);
    sum[0]! += group.products[0]!;
    for (const [index, column] of chosen.entries()) sum[index + 1]! += group.products[column]!;
  }
  const size = statistics.columns.length + 1;
  return {
    ...statistics,
    columns: [...statistics.columns, ...columns.map(name)],
    transform: [
      ...statistics.transform.slice(0, size - 1),
      ...chosen.map((column) => statistics.transform[column]!),
      statistics.transform[size - 1]!,
    ],
    groups: statistics.groups.map((group) => {
      const [weight, ...totals] = sums.get(keyOf(group))!;
      return {
        ...group,
        products: widened(
          group.products,
          size,
          totals.map((total) => total / weight!),
        ),
      };
    }),
  };
}

/** The products with constant columns between the last column and the outcome. */
function widened(products: Float64Array, size: number, constants: readonly number[]): Float64Array {
  const wide = size + constants.length;
  const result = new Float64Array((wide * (wide + 1)) / 2);
  // where a column came from: an old one, or a constant times the intercept
  const source = Array.from({ length: wide }, (_, column) => {
    if (column < size - 1) return { column, factor: 1 };
    if (column === wide - 1) return { column: size - 1, factor: 1 };
    return { column: 0, factor: constants[column - size + 1]! };
  });
  let cell = 0;
  for (let row = 0; row < wide; row += 1) {
    for (let column = row; column < wide; column += 1) {
      const a = source[row]!;
      const b = source[column]!;
      const [low, high] = a.column < b.column ? [a.column, b.column] : [b.column, a.column];
      result[cell] = products[packed(low, high, size)]! * a.factor * b.factor;
      cell += 1;
    }
  }
  return result;
}
