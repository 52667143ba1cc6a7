import { ModelError } from '../model-error.ts';
import type { GroupProducts, ModelStatistics } from './model-statistics.ts';

/** Throws when statistics contradict themselves; gives the groups in the order of their paths, so that the order given changes no digit. */
export function readStatistics(statistics: ModelStatistics): readonly GroupProducts[] {
  const { columns, levels, transform, groups } = statistics;
  const size = columns.length + 1;
  const refuse = (condition: boolean, message: string) => {
    if (!condition) throw new ModelError('malformed-statistics', message);
  };
  refuse(columns[0] === 'intercept', 'The first column of the statistics of a model must be `intercept`.');
  refuse(new Set(columns).size === columns.length, 'Two columns of the model have the same name.');
  refuse(new Set(levels).size === levels.length, 'Two levels of the model have the same name.');
  refuse(transform.length === size, 'The statistics need a transform for each column and for the outcome.');
  refuse(
    transform.every(({ centre, scale }) => Number.isFinite(centre) && Number.isFinite(scale) && scale !== 0),
    'Centres must be finite and scales finite and not 0.',
  );
  refuse(transform[0]?.centre === 0 && transform[0].scale === 1, 'The intercept must not be transformed.');
  for (const group of groups) {
    const wrong = faultOf(group, levels.length, size);
    if (wrong) throw new ModelError('malformed-statistics', `Group ${group.path.join(' / ')} ${wrong}.`);
  }
  const kept = groups.filter(({ rows }) => rows > 0).sort((a, b) => comparePaths(a.path, b.path));
  for (let index = 1; index < kept.length; index += 1) {
    const [before, here] = [kept[index - 1]!, kept[index]!];
    refuse(comparePaths(before.path, here.path) !== 0, `Group ${here.path.join(' / ')} is given twice.`);
  }
  return kept;
}

/** What is wrong with the sums of a group, if anything. */
function faultOf(
  { path, rows, logWeights, products }: GroupProducts,
  levels: number,
  size: number,
): string | undefined {
  if (path.length !== levels) return 'has not one name for each level';
  if (products.length !== (size * (size + 1)) / 2) return `has not the products of ${size} columns`;
  if (!Number.isInteger(rows) || rows < 0) return 'needs a whole number of rows';
  if (!Number.isFinite(logWeights) || !products.every(Number.isFinite))
    return 'holds sums that are not finite';
  for (let row = 0, cell = 0; row < size; cell += size - row, row += 1) {
    if (products[cell]! < 0 || (row === 0 && rows > 0 && products[0] === 0))
      return 'holds a sum of squares below 0';
  }
  return undefined;
}

/** Order by code units, name by name, as `path` has them. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < a.length; index += 1) {
    if (a[index]! < b[index]!) return -1;
    if (a[index]! > b[index]!) return 1;
  }
  return 0;
}
