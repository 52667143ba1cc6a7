import { ModelError } from '../model-error.ts';
import type { GroupTree } from './group-tree.ts';
import type { Standardised } from './standardised.ts';

/** One level with random effects, its groups, and what its columns are made of. */
export interface DesignLevel {
  readonly name: string;
  readonly columns: readonly string[];
  /** Number of random columns. */
  readonly random: number;
  /** Number of groups. */
  readonly nodes: number;
  /** For each group, the group of the next level out that it lies in; 0 for all at the outermost level. */
  readonly parent: Int32Array;
  readonly paths: readonly (readonly string[])[];
  readonly rows: readonly number[];
  /** Random × size: each random column as a combination of the standardised ones. */
  readonly basis: Float64Array;
  /** Random × random: from coefficients of those columns to coefficients of the columns of the data, but for the scale of the outcome. */
  readonly toData: Float64Array;
  /** Entries of the Cholesky factor that are estimated, as row × random + column. */
  readonly free: readonly number[];
}

/**
 * One level of the design. A full covariance matrix with an intercept may be estimated on standardised columns and turned back: the model is
 * the same. Without an intercept, or with independent effects, it is not, and the columns keep the zero that they have in the data.
 */
export function designLevel({
  name,
  columns,
  independent,
  standardised: { size, transform, rows },
  tree,
}: {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly index: number }[];
  readonly independent: boolean;
  readonly standardised: Standardised;
  readonly tree: GroupTree;
}): DesignLevel {
  const random = columns.length;
  const nodes = tree.paths.length;
  if (nodes < 2) {
    throw new ModelError('too-few-groups', `Level ${name} needs two groups or more; there is ${nodes}.`, {
      level: name,
    });
  }
  if (nodes * random >= rows) {
    throw new ModelError(
      'not-identified',
      `Level ${name} has ${nodes * random} random effects for ${rows} rows, so that they cannot be told from the residuals. ` +
        'Leave out the level or slopes.',
      { level: name },
    );
  }
  const basis = new Float64Array(random * size);
  const toData = new Float64Array(random * random);
  const turned = !independent && columns[0]!.index === 0;
  columns.forEach(({ index }, i) => {
    const { centre, scale } = transform[index]!;
    const length = turned ? scale : Math.hypot(centre, scale);
    if (!turned) basis[i * size] = centre / length;
    basis[i * size + index] = turned ? 1 : scale / length;
    toData[i * random + i] = 1 / length;
    if (turned && i > 0) toData[i] = -centre / scale;
  });
  const free: number[] = [];
  for (let row = 0; row < random; row += 1) {
    for (let column = independent ? row : 0; column <= row; column += 1) free.push(row * random + column);
  }
  return {
    name,
    columns: columns.map((column) => column.name),
    random,
    nodes,
    parent: tree.parent,
    paths: tree.paths,
    rows: tree.rows,
    basis,
    toData,
    free,
  };
}
