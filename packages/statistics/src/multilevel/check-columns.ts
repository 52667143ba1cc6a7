import { ModelError } from '../model-error.ts';

/** Below this share of a column's variance that the columns before it leave open, double precision cannot tell it from 0. */
const tolerance = 1e-10;

/** Refuses a chosen column that is constant or a linear combination of those before it, and an outcome, if chosen, that they explain exactly. */
export function checkColumns({
  names,
  chosen,
  constant,
  total,
  size,
  outcome,
}: {
  readonly names: readonly string[];
  /** Indices of columns, the outcome's perhaps last. */
  readonly chosen: readonly number[];
  readonly constant: readonly boolean[];
  readonly total: Float64Array;
  readonly size: number;
  readonly outcome: string;
}): void {
  // rows of the Cholesky factor, one for each column taken in so far
  const factor: number[][] = [];
  chosen.forEach((index, at) => {
    const row: number[] = [];
    for (let before = 0; before < at; before += 1) {
      const other = factor[before]!;
      let sum = total[index * size + chosen[before]!]!;
      for (let k = 0; k < before; k += 1) sum -= row[k]! * other[k]!;
      row.push(sum / other[before]!);
    }
    const all = total[index * size + index]!;
    const left = row.reduce((rest, value) => rest - value * value, all);
    if (index === size - 1) {
      if (left > tolerance * all) return;
      throw new ModelError(
        'no-residual-variation',
        `The columns explain the outcome ${outcome} without remainder, so that no variance is left to estimate: is it among them?`,
        { columns: [outcome] },
      );
    }
    if (constant[index]) {
      throw new ModelError(
        'collinear-columns',
        `Column ${names[index]} is the same in every row, as the intercept is. Leave it out.`,
        { columns: [names[index]!, names[0]!] },
      );
    }
    if (!(left > tolerance * all)) {
      const others = combination(factor, row).flatMap((share, k) =>
        Math.abs(share) > 1e-5 ? [names[chosen[k]!]!] : [],
      );
      throw new ModelError(
        'collinear-columns',
        `Column ${names[index]} is a linear combination of ${others.join(', ')}. Leave one of them out.`,
        { columns: [names[index]!, ...others] },
      );
    }
    row.push(Math.sqrt(left));
    factor.push(row);
  });
}

/** Coefficients of the columns before, from the back. */
function combination(factor: readonly (readonly number[])[], row: readonly number[]): number[] {
  const result = row.slice(0, factor.length);
  for (let index = result.length - 1; index >= 0; index -= 1) {
    for (let later = index + 1; later < result.length; later += 1) {
      result[index]! -= factor[later]![index]! * result[later]!;
    }
    result[index]! /= factor[index]![index]!;
  }
  return result;
}
