import { ModelError } from '../model-error.ts';
import { checkColumns } from './check-columns.ts';
import { type DesignLevel, designLevel } from './design-level.ts';
import { type GroupTree, treesOf } from './group-tree.ts';
import type { ModelStatistics } from './model-statistics.ts';
import type { MultilevelOptions } from './multilevel-options.ts';
import { readStatistics } from './read-statistics.ts';
import { type Standardised, standardise } from './standardised.ts';

/** A model made ready to be worked out: what does not change from one iteration to the next. */
export interface ModelDesign {
  readonly standardised: Standardised;
  /** Indices of the columns with fixed effects. */
  readonly fixed: readonly number[];
  /** Innermost first. */
  readonly levels: readonly DesignLevel[];
  /** For the innermost level: basis × products of each group (random × size), and that × basisᵀ (random × random). */
  readonly innermost: { readonly rows: Float64Array; readonly inner: Float64Array };
  /** The products of each group of the level next to it, whole; empty when there is none. */
  readonly nextProducts: Float64Array;
}

/** Resolves names, checks what can be estimated, and builds the tree of groups. */
export function modelDesign(statistics: ModelStatistics, options: MultilevelOptions): ModelDesign {
  const { columns, levels: names } = statistics;
  const fixed = resolve(options.fixed ?? columns, columns);
  if (!fixed.includes(0)) throw new ModelError('unknown-name', 'The fixed columns must include `intercept`.');
  const random: NonNullable<MultilevelOptions['random']> =
    options.random ?? Object.fromEntries(names.map((name) => [name, { columns: ['intercept'] }]));
  for (const name of [...Object.keys(random), ...(options.effects ?? [])]) {
    if (names.includes(name)) continue;
    throw new ModelError(
      'unknown-name',
      `There is no level ${name}; there is ${names.join(', ') || 'none'}.`,
      {
        level: name,
      },
    );
  }
  const groups = readStatistics(statistics);
  const standardised = standardise(statistics, groups, fixed);
  const depths = names.flatMap((name, depth) => (random[name]?.columns.length ? [depth] : [])).reverse();
  const trees = treesOf(groups, depths);
  const levels = depths.map((depth, at) => {
    const part = random[names[depth]!]!;
    return designLevel({
      name: names[depth]!,
      columns: columnsOf(standardised, resolve(part.columns, columns), statistics),
      independent: part.covariance === 'independent',
      standardised,
      tree: trees[at]!,
    });
  });
  refuseTwins(levels);
  return { standardised, fixed, levels, ...sumsOf(standardised, levels, trees) };
}

function columnsOf(
  standardised: Standardised,
  indices: readonly number[],
  { columns, outcome }: ModelStatistics,
) {
  checkColumns({ ...standardised, names: columns, chosen: indices, outcome });
  return indices.map((index) => ({ name: columns[index]!, index }));
}

/** Two levels with the same groups have one sum of variances, and no way to part it. */
function refuseTwins(levels: readonly DesignLevel[]): void {
  levels.forEach(({ name, nodes }, at) => {
    const outer = levels[at + 1];
    if (!outer || outer.nodes < nodes) return;
    throw new ModelError(
      'not-identified',
      `Every group of level ${outer.name} holds one group of level ${name}, so that the two cannot be told apart. Leave one out.`,
      { level: name },
    );
  });
}

function resolve(wanted: readonly string[], columns: readonly string[]): number[] {
  const indices = wanted.map((name) => columns.indexOf(name));
  const unknown = wanted.filter((_, index) => indices[index] === -1);
  if (unknown.length > 0 || new Set(wanted).size < wanted.length) {
    throw new ModelError(
      'unknown-name',
      unknown.length > 0
        ? `The statistics have no column ${unknown.join(', ')}; they have ${columns.join(', ')}.`
        : 'A column is named twice.',
      { columns: unknown },
    );
  }
  return indices.sort((a, b) => a - b);
}

function sumsOf(
  { groups, size, write }: Standardised,
  levels: readonly DesignLevel[],
  trees: readonly GroupTree[],
): Pick<ModelDesign, 'innermost' | 'nextProducts'> {
  const area = size * size;
  const level = levels[0];
  const nextProducts = new Float64Array((levels[1]?.nodes ?? 0) * area);
  if (!level) return { innermost: { rows: new Float64Array(0), inner: new Float64Array(0) }, nextProducts };
  const { random, basis } = level;
  const rows = new Float64Array(level.nodes * random * size);
  const inner = new Float64Array(level.nodes * random * random);
  const matrix = new Float64Array(area);
  groups.forEach((group, index) => {
    write(group, matrix);
    const next = trees[1]?.of[index];
    if (next !== undefined) {
      for (let cell = 0; cell < area; cell += 1) nextProducts[next * area + cell]! += matrix[cell]!;
    }
    const node = trees[0]!.of[index]!;
    for (let i = 0; i < random; i += 1) {
      const start = (node * random + i) * size;
      for (let k = 0; k < size; k += 1) {
        const weight = basis[i * size + k]!;
        if (weight === 0) continue;
        for (let column = 0; column < size; column += 1) {
          rows[start + column]! += weight * matrix[k * size + column]!;
        }
      }
    }
  });
  for (let node = 0; node < level.nodes; node += 1) {
    for (let i = 0; i < random; i += 1) {
      for (let j = 0; j < random; j += 1) {
        let sum = 0;
        for (let k = 0; k < size; k += 1) {
          sum += rows[(node * random + i) * size + k]! * basis[j * size + k]!;
        }
        inner[(node * random + i) * random + j] = sum;
      }
    }
  }
  return { innermost: { rows, inner }, nextProducts };
}
