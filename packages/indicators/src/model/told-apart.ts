import { normalQuantile } from '@collegial/statistics';

/** Something with an estimate and how unsure it is. */
export interface UncertainEstimate {
  readonly estimate: number;
  readonly standardDeviation: number;
}

/** How many of some schools can be told from each other. */
export interface ToldApart {
  /** Pairs of schools. */
  readonly pairs: number;
  /** Pairs whose comparison intervals do not overlap. */
  readonly apart: number;
  /** Share of the pairs, 0–1; 0 without a pair. */
  readonly share: number;
  /** Half the length of a comparison interval in standard deviations: 1.39 where all are alike, against 1.96 of an interval about a single school. */
  readonly multiplier: number;
}

/**
 * Which schools can be told apart at all: those whose intervals of estimate ± multiplier × standard deviation do not overlap. The multiplier
 * is such that for two schools without a difference that happens in 5 % of pairs on average. It speaks of pairs, one at a time: among many pairs
 * some are apart by chance.
 *
 * Reference: H. Goldstein and M. J. R. Healy, “The graphical presentation of a collection of means”, Journal of the Royal Statistical Society
 * A 158 (1995).
 *
 * @example
 * ```ts
 * import { toldApart } from '@collegial/indicators';
 *
 * const school = (estimate: number) => ({ estimate, standardDeviation: 1 });
 * toldApart([school(0), school(2), school(4)]); // { pairs: 3, apart: 1, share: 0.333…, multiplier: 1.385… }
 * ```
 */
export function toldApart(schools: readonly UncertainEstimate[]): ToldApart {
  const pairs = (schools.length * Math.max(0, schools.length - 1)) / 2;
  const multiplier =
    normalQuantile(0.975) * meanRatio(schools.map(({ standardDeviation }) => standardDeviation));
  const end = (side: 1 | -1) =>
    Float64Array.from(
      schools,
      ({ estimate, standardDeviation }) => estimate + side * multiplier * standardDeviation,
    ).sort();
  const [lowers, uppers] = [end(-1), end(1)];
  // For each upper end, every interval that begins above it is apart from this one.
  let apart = 0;
  let below = 0;
  for (const upper of uppers) {
    while (below < lowers.length && lowers[below]! <= upper) below += 1;
    apart += lowers.length - below;
  }
  return { pairs, apart, share: pairs === 0 ? 0 : apart / pairs, multiplier };
}

/** Mean over all pairs of √(a² + b²) ÷ (a + b): √½ where all are alike, more where they differ. */
function meanRatio(deviations: readonly number[]): number {
  let sum = 0;
  let count = 0;
  for (const [index, a] of deviations.entries())
    for (let other = index + 1; other < deviations.length; other++) {
      const b = deviations[other]!;
      if (a + b === 0) continue;
      sum += Math.hypot(a, b) / (a + b);
      count += 1;
    }
  return count === 0 ? Math.SQRT1_2 : sum / count;
}
