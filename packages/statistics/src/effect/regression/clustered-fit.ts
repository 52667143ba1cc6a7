import { requireThat } from '../../require-that.ts';
import { inverseOfGram } from './inverse-of-gram.ts';
import { type Matrix, zeros } from './matrix.ts';

/** A regression to fit: one entry a row in each list. */
export interface ClusteredRegression {
  readonly outcome: readonly number[];
  /** The regressors of each row; a constant is a column like any other. */
  readonly design: readonly (readonly number[])[];
  /** What each row belongs to: rows of one cluster may depend on each other in any way. */
  readonly clusters: readonly string[];
  /** How much each row counts, positive. Default: all the same. */
  readonly weights?: readonly number[];
  /** Names of the columns, for errors. Default: their numbers. */
  readonly columns?: readonly string[];
}

/** A fitted regression, ready for tests. */
export interface ClusteredFit {
  readonly coefficients: readonly number[];
  /** Names of the clusters, sorted. */
  readonly clusters: readonly string[];
  readonly parts: readonly ClusterPart[];
  /** (XᵀWX)⁻¹. */
  readonly bread: Matrix;
  /** XᵀW²X. */
  readonly squaredGram: Matrix;
}

/** The rows of one cluster. */
export interface ClusterPart {
  readonly design: Matrix;
  readonly weights: Float64Array;
  readonly outcome: Float64Array;
  readonly residuals: Float64Array;
}

/**
 * Fits a weighted least-squares regression whose errors are independent between clusters only. What is tested of it, and how, see
 * `contrastTest`, `jointTest` and `wildClusterBootstrap`.
 *
 * @throws RangeError when lists differ in length, a figure is not finite, or a column says nothing new
 *
 * @example
 * ```ts
 * import { clusteredFit } from '@collegial/statistics';
 *
 * const fit = clusteredFit({
 *   outcome: [1, 2, 4, 5],
 *   design: [[1, 0], [1, 0], [1, 1], [1, 1]],
 *   clusters: ['a', 'b', 'c', 'd'],
 * });
 * fit.coefficients.map((value) => value.toFixed(3)); // ['1.500', '3.000']
 * ```
 */
export function clusteredFit(regression: ClusteredRegression): ClusteredFit {
  const { outcome, design, clusters, weights } = regression;
  const rows = outcome.length;
  requireThat(rows > 0, 'A regression needs rows.');
  requireThat(
    design.length === rows && clusters.length === rows && (weights?.length ?? rows) === rows,
    'The outcome, the design, the clusters and the weights must have as many rows as each other.',
  );
  const columns = design[0]!.length;
  const names = [...new Set(clusters)].sort();
  const places = new Map(names.map((name) => [name, [] as number[]]));
  for (const [row, name] of clusters.entries()) places.get(name)!.push(row);
  const gram = zeros(columns, columns);
  const squaredGram = zeros(columns, columns);
  const moments = new Float64Array(columns);
  const raw = names.map((name) => {
    const own = places.get(name)!;
    const part = {
      design: zeros(own.length, columns),
      weights: Float64Array.from(own, (row) => weights?.[row] ?? 1),
      outcome: Float64Array.from(own, (row) => outcome[row]!),
    };
    for (const [index, row] of own.entries()) {
      requireThat(
        design[row]!.length === columns && design[row]!.every(Number.isFinite),
        'Every row of a design must have the same number of finite figures.',
      );
      requireThat(Number.isFinite(outcome[row]), 'An outcome must be a finite number.');
      requireThat(
        part.weights[index]! > 0 && Number.isFinite(part.weights[index]),
        'A weight must be positive.',
      );
      part.design.values.set(design[row]!, index * columns);
      addRow(gram, design[row]!, part.weights[index]!);
      addRow(squaredGram, design[row]!, part.weights[index]! ** 2);
      for (let column = 0; column < columns; column += 1)
        moments[column]! += part.weights[index]! * design[row]![column]! * outcome[row]!;
    }
    return part;
  });
  const bread = inverseOfGram(gram, (column) => regression.columns?.[column] ?? String(column + 1));
  const coefficients = Array.from({ length: columns }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < columns; column += 1)
      sum += bread.values[row * columns + column]! * moments[column]!;
    return sum;
  });
  const parts = raw.map((part) => ({ ...part, residuals: residualsOf(part, coefficients) }));
  return { coefficients, clusters: names, parts, bread, squaredGram };
}

/** Outcome minus what the coefficients predict. */
export function residualsOf(
  { design, outcome }: Pick<ClusterPart, 'design' | 'outcome'>,
  coefficients: readonly number[],
): Float64Array {
  return outcome.map((value, row) => {
    let predicted = 0;
    for (let column = 0; column < design.columns; column += 1)
      predicted += design.values[row * design.columns + column]! * coefficients[column]!;
    return value - predicted;
  });
}

function addRow({ columns, values }: Matrix, row: readonly number[], weight: number): void {
  for (let left = 0; left < columns; left += 1) {
    const factor = weight * row[left]!;
    if (factor === 0) continue;
    for (let right = 0; right < columns; right += 1) values[left * columns + right]! += factor * row[right]!;
  }
}
