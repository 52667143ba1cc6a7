import { divergence, entropyOf } from './divergence.ts';
import { hasBoth, type Schools, type SchoolTable, schoolTable, sumSchools } from './school-table.ts';

/**
 * Mutual information, M, in nats: how much knowing a student's school tells of whether the student is in the group. 0: nothing. At most the entropy
 * of the area, so it is lower where the group is rare; {@link theil} is M as a part of that. Of areas, M adds up: see `decomposeInformation`.
 *
 * Reference: H. Theil and A. J. Finizza, “A note on the measurement of racial integration of schools”, Journal of Mathematical Sociology 1
 * (1971); R. Mora and J. Ruiz-Castillo, “Entropy-based segregation indices”, Sociological Methodology 41 (2011).
 *
 * @returns `null` without students
 * @throws RangeError for counts that make no sense
 */
export function mutualInformation(schools: Schools): number | null {
  const table = schoolTable(schools);
  if (table.totalSum === 0) return null;
  if (!hasBoth(table)) return 0;
  const { groupSum, totalSum } = table;
  const othersSum = totalSum - groupSum;
  return (
    sumSchools(
      table,
      (_group, total, surplus) =>
        total *
        (groupSum * divergence(surplus / (total * groupSum)) +
          othersSum * divergence(-surplus / (total * othersSum))),
    ) /
    totalSum ** 2
  );
}

/** Entropy of the group's share of an area, in nats: the most that {@link mutualInformation} can be. */
export function entropy(schools: Schools): number | null {
  const { groupSum, totalSum }: SchoolTable = schoolTable(schools);
  return totalSum === 0 ? null : entropyOf([groupSum, totalSum - groupSum]);
}

/**
 * Theil's information index, H: mutual information as a part of the entropy of the area, 0 to 1. How much less mixed schools are than the area
 * they are in.
 *
 * Reference: H. Theil and A. J. Finizza (1971), see {@link mutualInformation}.
 *
 * @returns `null` unless there are students in the group and outside it
 * @throws RangeError for counts that make no sense
 *
 * @example
 * ```ts
 * import { theil } from '@collegial/statistics';
 *
 * theil([{ group: 50, total: 50 }, { group: 0, total: 50 }]); // 1: no school has both
 * ```
 */
export function theil(schools: Schools): number | null {
  const table = schoolTable(schools);
  if (!hasBoth(table)) return null;
  // rounding alone could lift it above 1
  return Math.min(1, (mutualInformation(table) as number) / (entropy(table) as number));
}
