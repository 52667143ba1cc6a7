import { requireThat } from '../require-that.ts';
import { compensatedSum } from '../sums/compensated-sum.ts';

/** The students of a school, and how many of them are in the group that is looked at. */
export interface SchoolCounts {
  /** Students of the group, for example those eligible for free school meals; 0 to `total`. */
  readonly group: number;
  /** All students of the school. */
  readonly total: number;
}

/** The schools of an area in a fixed order, ready to be counted; see {@link schoolTable}. */
export interface SchoolTable {
  /** Students of the group, by school. */
  readonly group: Float64Array;
  /** All students, by school; none is 0. */
  readonly total: Float64Array;
  readonly groupSum: number;
  readonly totalSum: number;
}

/** What every index takes: counts in any order, or a table that was made of them once. */
export type Schools = readonly SchoolCounts[] | SchoolTable;

/**
 * Schools sorted by share of the group, then by size, so that no figure depends on the order in which they are given. Schools without
 * students are left out: they segregate nobody. Make the table once when several indices are wanted of the same schools.
 *
 * @throws RangeError when a count is negative or not finite, or a group larger than its school
 */
export function schoolTable(schools: Schools): SchoolTable {
  if ('totalSum' in schools) return schools;
  for (const { group, total } of schools) {
    requireThat(
      Number.isFinite(total) && group >= 0 && total >= 0,
      'Counts of students must be 0 or more, and finite.',
    );
    requireThat(
      group <= total,
      'The students of the group must not be more than all students of the school.',
    );
  }
  const sorted = schools
    .filter(({ total }) => total > 0)
    .sort((a, b) => a.group * b.total - b.group * a.total || a.total - b.total || a.group - b.group);
  const group = Float64Array.from(sorted, (school) => school.group);
  const total = Float64Array.from(sorted, (school) => school.total);
  return {
    group,
    total,
    groupSum: compensatedSum(group.length, (index) => group[index]!),
    totalSum: compensatedSum(total.length, (index) => total[index]!),
  };
}

/** Whether there are students both in the group and outside it: only then can they be apart. */
export function hasBoth({ groupSum, totalSum }: SchoolTable): boolean {
  return groupSum > 0 && groupSum < totalSum;
}

/**
 * Adds up a function of each school's students in the group, students, and surplus. The surplus is `group × T − total × G`: above 0
 * where the school has more than its share. Of whole numbers it is exact, so that small differences do not drown in rounding.
 */
export function sumSchools(
  { group, total, groupSum, totalSum }: SchoolTable,
  of: (group: number, total: number, surplus: number) => number,
): number {
  return compensatedSum(group.length, (index) => {
    const [inGroup, all] = [group[index]!, total[index]!];
    return of(inGroup, all, inGroup * totalSum - all * groupSum);
  });
}
