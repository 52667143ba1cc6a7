import type { ModelStatistics } from './model-statistics.ts';

/**
 * Mean of each column over all rows, on the scale of the data, from the sums alone; with precision weights the weighted mean. A place at which to compare
 * groups whose slopes differ: where the students are, not where a column has its zero.
 *
 * @example
 * ```ts
 * import { columnMeans, modelStatistics } from '@collegial/statistics';
 *
 * const rows = [3, 5].map((prior) => ({ path: ['ash'], values: [prior], outcome: 1 }));
 * columnMeans(modelStatistics({ levels: ['school'], outcome: 'points', columns: ['prior'], rows })); // { intercept: 1, prior: 4 }
 * ```
 */
export function columnMeans({ columns, transform, groups }: ModelStatistics): Record<string, number> {
  const weight = groups.reduce((sum, { products }) => sum + products[0]!, 0);
  return Object.fromEntries(
    columns.map((column, index) => {
      if (index === 0) return [column, 1];
      const { centre, scale } = transform[index]!;
      const total = groups.reduce((sum, { products }) => sum + products[index]!, 0);
      return [column, centre + (scale * total) / weight];
    }),
  );
}
