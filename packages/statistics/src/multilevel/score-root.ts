import { rootBetween } from '../linear-algebra/root.ts';
import type { Criterion } from './criterion.ts';

/** Relative variances at which the sign of the score is looked up before roots are sought between them. */
const grid = [0, 1e-4, 1e-3, 1e-2, 0.03, 0.1, 0.3, 1, 3, 10, 100, 1e4, 1e8];

/**
 * The optimum of a model with one variance parameter: every root of the score – the derivative of the criterion by the relative variance – at
 * which it rises, and 0 where it rises from there; the one with the lowest criterion. The criterion itself is too flat at its minimum
 * to find it to more than half of the digits.
 */
export function scoreRoot(criterion: Criterion): { readonly theta: Float64Array; readonly optima: number } {
  const theta = new Float64Array(1);
  const gradient = new Float64Array(1);
  const level = criterion.levels.find(({ design }) => design.free.length > 0)!;
  const score = (variance: number) => {
    theta[0] = Math.sqrt(variance);
    const value = criterion.evaluate(theta, gradient);
    // past the last digit of the residuals the criterion is lost: turn back
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : level.slope[level.design.free[0]!]!;
  };
  const found: number[] = [];
  let before = score(0);
  if (before >= 0) found.push(0);
  for (let index = 1; index < grid.length; index += 1) {
    const here = score(grid[index]!);
    if (before < 0 && here >= 0) {
      if (here === Number.POSITIVE_INFINITY) break;
      found.push(rootBetween(score, grid[index - 1]!, grid[index]!));
    }
    before = here;
  }
  // still falling at the end of the grid: reported as not converged
  if (found.length === 0) found.push(grid.at(-1)!);
  const values = found.map((variance) => criterion.evaluate([Math.sqrt(variance)]));
  const best = values.indexOf(Math.min(...values));
  theta[0] = Math.sqrt(found[best]!);
  return { theta, optima: found.length };
}
