import type { LevelWork } from './climb.ts';
import type { Criterion } from './criterion.ts';
import type { RandomLevel } from './multilevel-fit.ts';

/** The random part of each level on the scale of the data, outermost first. The last evaluation must have been at the optimum. */
export function randomLevels(criterion: Criterion, fixedAtZero: readonly number[]): RandomLevel[] {
  let parameter = 0;
  const levels = criterion.levels.map((work) => {
    const from = parameter;
    parameter += work.design.free.length;
    const { columns, nodes, name, random, free } = work.design;
    const covariance = dataCovariance(criterion, work);
    const standardDeviations = covariance.map((row, index) => Math.sqrt(Math.max(row[index]!, 0)));
    const factor: number[] = [];
    for (let row = 0; row < random; row += 1) {
      for (let column = 0; column <= row; column += 1) factor.push(work.factor[row * random + column]!);
    }
    return {
      level: name,
      groups: nodes,
      columns,
      independent: random > 1 && free.length === random,
      covariance,
      standardDeviations,
      correlations: covariance.map((row, i) =>
        row.map((value, j) => {
          const scale = standardDeviations[i]! * standardDeviations[j]!;
          if (scale === 0) return null;
          return i === j ? 1 : Math.max(-1, Math.min(1, value / scale));
        }),
      ),
      singular: free.some((_, index) => fixedAtZero.includes(from + index)),
      factor,
    };
  });
  const shares = (own: readonly number[]) => {
    const all = own.reduce((sum, part) => sum + part, residualVariance(criterion));
    return own.map((part) => part / all);
  };
  // the variance where all covariates are 0 is that of the intercept
  const atZero = shares(
    levels.map(({ columns, covariance }) => {
      const intercept = columns.indexOf('intercept');
      return intercept < 0 ? 0 : covariance[intercept]![intercept]!;
    }),
  );
  const atMean = shares(criterion.levels.map((work) => residualVariance(criterion) * varianceAtMean(work)));
  return levels
    .map((level, at) => ({ ...level, intraclass: { atZero: atZero[at]!, atMean: atMean[at]! } }))
    .reverse();
}

/** Residual variance on the scale of the data. */
export function residualVariance({ variance, design: { standardised } }: Criterion): number {
  return variance * standardised.transform[standardised.size - 1]!.scale ** 2;
}

/** residual variance × toData × Γ × toDataᵀ. */
function dataCovariance(criterion: Criterion, { design, factor }: LevelWork): number[][] {
  const { random, toData } = design;
  const scale = residualVariance(criterion);
  // by way of the factor, so that what is 0 stays 0 and no variance is negative
  const rows = Array.from({ length: random }, (_, i) =>
    Array.from({ length: random }, (_, k) => {
      let sum = 0;
      for (let j = 0; j < random; j += 1) sum += toData[i * random + j]! * factor[j * random + k]!;
      return sum;
    }),
  );
  return rows.map((a) => rows.map((b) => scale * a.reduce((sum, part, k) => sum + part * b[k]!, 0)));
}

/** Relative to the residual variance. Standardised columns are 0 at their means, where a random column comes to its share of the intercept. */
function varianceAtMean({ design: { random, basis }, size, covariance }: LevelWork): number {
  let sum = 0;
  for (let i = 0; i < random; i += 1) {
    for (let j = 0; j < random; j += 1) {
      sum += basis[i * size]! * covariance[i * random + j]! * basis[j * size]!;
    }
  }
  return sum;
}
