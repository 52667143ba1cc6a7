import { ModelError } from '../model-error.ts';
import type { GroupProducts, ModelStatistics } from './model-statistics.ts';

/** One row of data for {@link modelStatistics}. */
export interface ModelRow {
  /** Names of the groups it lies in, outermost first. */
  readonly path: readonly string[];
  /** In the order of the columns, without the intercept. */
  readonly values: readonly number[];
  readonly outcome: number;
  /** Precision weight, above 0. Default 1. */
  readonly weight?: number;
}

/** Rows in memory, and what their numbers are. */
export interface ModelRows {
  /** Nested levels, outermost first. */
  readonly levels: readonly string[];
  readonly outcome: string;
  /** Covariates, without the intercept. */
  readonly columns: readonly string[];
  readonly rows: readonly ModelRow[];
}

/**
 * Sums rows in memory to the statistics that {@link fitMultilevel} wants. For a few thousand rows; where data lie in an engine, let it sum. Rows
 * with a value that is not finite are refused: leave them out first, and say how many.
 *
 * @throws ModelError for a row that does not fit
 *
 * @example
 * ```ts
 * import { modelStatistics } from '@collegial/statistics';
 *
 * const { columns } = modelStatistics({
 *   levels: ['school'],
 *   outcome: 'points',
 *   columns: ['prior'],
 *   rows: [{ path: ['ash'], values: [3], outcome: 41 }],
 * });
 * columns; // ['intercept', 'prior']
 * ```
 */
export function modelStatistics({ levels, outcome, columns, rows }: ModelRows): ModelStatistics {
  const size = columns.length + 2;
  rows.forEach(({ path, values, outcome: y, weight = 1 }, index) => {
    const fits = path.length === levels.length && values.length === columns.length;
    if (fits && [y, weight, ...values].every(Number.isFinite) && weight > 0) return;
    throw new ModelError(
      'malformed-statistics',
      `Row ${index + 1} needs ${levels.length} group names, ${columns.length} values and an outcome, all finite, and a weight above 0.`,
    );
  });
  const numbers = rows.map(({ values, outcome: y }) => [1, ...values, y]);
  const transform = Array.from({ length: size }, (_, column) => {
    if (column === 0 || rows.length === 0) return { centre: 0, scale: 1 };
    const centre = numbers.reduce((sum, row) => sum + row[column]! / rows.length, 0);
    const scale = Math.sqrt(
      numbers.reduce((sum, row) => sum + (row[column]! - centre) ** 2, 0) / rows.length,
    );
    return { centre, scale: scale > 1e-14 * Math.abs(centre) ? scale : 1 };
  });
  const groups = new Map<string, GroupProducts & { rows: number; logWeights: number }>();
  rows.forEach(({ path, weight = 1 }, index) => {
    const key = JSON.stringify(path);
    const group = groups.get(key) ?? {
      path,
      rows: 0,
      logWeights: 0,
      products: new Float64Array((size * (size + 1)) / 2),
    };
    groups.set(key, group);
    group.rows += 1;
    group.logWeights += Math.log(weight);
    const values = numbers[index]!.map((value, k) => (value - transform[k]!.centre) / transform[k]!.scale);
    let cell = 0;
    for (let row = 0; row < size; row += 1) {
      for (let column = row; column < size; column += 1) {
        group.products[cell]! += weight * values[row]! * values[column]!;
        cell += 1;
      }
    }
  });
  return { columns: ['intercept', ...columns], outcome, levels, transform, groups: [...groups.values()] };
}
