import type { ModelRow } from '../from-rows.ts';

/** A random part for {@link denseCriterion}: the level's depth, the random columns of a row, and the relative covariance matrix. */
export interface DensePart {
  readonly depth: number;
  readonly columns: (values: readonly number[]) => readonly number[];
  readonly covariance: readonly (readonly number[])[];
}

/**
 * −2 log-likelihood by the textbook: the covariance matrix of all rows is built and factorised whole. Slow, short, and of another mind than
 * the code it checks.
 */
export function denseCriterion(rows: readonly ModelRow[], parts: readonly DensePart[], restricted: boolean): number {
  const relative = rows.map((a, i) =>
    rows.map((b, j) => {
      const own = i === j ? 1 / (a.weight ?? 1) : 0;
      return parts.reduce((sum, { depth, columns, covariance }) => {
        if (!a.path.slice(0, depth + 1).every((name, at) => name === b.path[at])) return sum;
        const [x, z] = [columns(a.values), columns(b.values)];
        return sum + x.reduce((s, value, k) => s + value * z.reduce((t, other, l) => t + covariance[k]![l]! * other, 0), 0);
      }, own);
    }),
  );
  const columns = [...[1, ...rows[0]!.values].map((_, k) => rows.map(({ values }) => [1, ...values][k]!)), rows.map(({ outcome }) => outcome)];
  const factor = cholesky(relative);
  const solved = columns.map((column) => lowerSolve(factor, column));
  const products = solved.map((a) => solved.map((b) => a.reduce((sum, value, index) => sum + value * b[index]!, 0)));
  const outer = cholesky(products);
  const count = columns.length - 1;
  const degrees = restricted ? rows.length - count : rows.length;
  const logOf = (matrix: number[][], upTo: number) =>
    matrix.slice(0, upTo).reduce((sum, row, index) => sum + 2 * Math.log(row[index]!), 0);
  const residual = outer[count]![count]! ** 2;
  return (
    logOf(factor, rows.length) +
    (restricted ? logOf(outer, count) : 0) +
    degrees * (1 + Math.log((2 * Math.PI * residual) / degrees))
  );
}

function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const factor: number[][] = [];
  matrix.forEach((row, i) => {
    const own: number[] = [];
    for (let j = 0; j <= i; j += 1) {
      let sum = row[j]!;
      for (let k = 0; k < j; k += 1) sum -= own[k]! * (j === i ? own[k]! : factor[j]![k]!);
      own.push(j === i ? Math.sqrt(sum) : sum / factor[j]![j]!);
    }
    factor.push(own);
  });
  return factor;
}

function lowerSolve(factor: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const result: number[] = [];
  for (const [i, value] of vector.entries()) {
    let sum = value;
    for (let k = 0; k < i; k += 1) sum -= factor[i]![k]! * result[k]!;
    result.push(sum / factor[i]![i]!);
  }
  return result;
}
