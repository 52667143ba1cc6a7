import { requireThat } from '../require-that.ts';
import { compensatedSum } from '../sums/compensated-sum.ts';
import { divergence, entropyOf } from './divergence.ts';

/** Students of a school by group, the groups in the same order at every school: `[120, 34, 8]`. */
export type GroupCounts = readonly number[];

/** How unevenly several groups are spread over the schools of an area; `null` where there are not two groups with students. */
export interface MultigroupSegregation {
  readonly students: number;
  /** How mixed the area is, in nats: 0 for one group, ln k for k groups of one size. */
  readonly entropy: number;
  /** M, in nats: how much knowing a student's school tells of the group. */
  readonly mutualInformation: number;
  /** H: M as a part of the entropy. */
  readonly theil: number | null;
  /** D for several groups: ½ Σ Σ tᵢ |pᵢₘ − pₘ| ÷ (T I), I = Σ pₘ (1 − pₘ); for two groups the usual D. */
  readonly dissimilarity: number | null;
}

/**
 * Segregation of several groups at once, for example by ethnicity. Figures do not depend on the order of schools or groups; a school without
 * students changes nothing.
 *
 * Reference: S. F. Reardon and G. Firebaugh, “Measures of multigroup segregation”, Sociological Methodology 32 (2002).
 *
 * @returns `null` without students
 * @throws RangeError when schools do not have the same number of groups, or a count is negative or not finite
 *
 * @example
 * ```ts
 * import { multigroupSegregation } from '@collegial/statistics';
 *
 * multigroupSegregation([[10, 0, 0], [0, 10, 0], [0, 0, 10]])?.theil; // 1: a school for each group
 * ```
 */
export function multigroupSegregation(schools: readonly GroupCounts[]): MultigroupSegregation | null {
  const groups = schools[0]?.length ?? 0;
  for (const counts of schools) {
    requireThat(counts.length === groups, 'Every school needs a count for each group.');
    requireThat(
      counts.every((count) => count >= 0 && Number.isFinite(count)),
      'Counts of students must be 0 or more, and finite.',
    );
  }
  const sizes = schools.map((counts) => compensatedSum(groups, (group) => counts[group]!));
  const sums = Array.from({ length: groups }, (_, group) => inOrder(schools.map((counts) => counts[group]!)));
  const students = inOrder(sums);
  if (students === 0) return null;
  const terms = (of: (surplus: number, size: number, sum: number) => number) =>
    inOrder(
      schools.flatMap((counts, school) => {
        const size = sizes[school]!;
        if (size === 0) return [];
        return sums.flatMap((sum, group) =>
          sum === 0 ? [] : [of(counts[group]! * students - size * sum, size, sum)],
        );
      }),
    );
  const entropy = Math.max(0, entropyOf([...sums].sort(ascending)));
  const apart = inOrder(sums.map((sum) => sum * (students - sum)));
  const mutualInformation =
    terms((surplus, size, sum) => size * sum * divergence(surplus / (size * sum))) / students ** 2;
  return {
    students,
    entropy,
    mutualInformation,
    theil: apart === 0 ? null : Math.min(1, mutualInformation / entropy),
    dissimilarity: apart === 0 ? null : terms((surplus) => Math.abs(surplus)) / (2 * apart),
  };
}

const ascending = (a: number, b: number) => a - b;

/** Smallest first, so that the order in which they came changes no digit. */
function inOrder(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return compensatedSum(sorted.length, (index) => sorted[index]!);
}
