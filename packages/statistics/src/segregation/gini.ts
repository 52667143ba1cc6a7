import { compensatedSum } from '../sums/compensated-sum.ts';
import { hasBoth, type Schools, schoolTable } from './school-table.ts';

/**
 * Gini index of segregation: the area between the segregation curve and the diagonal, as a part of what there is under it. It is the mean
 * difference of the shares of two schools, weighted by their students, as a part of its highest. Never below D.
 *
 * Reference: O. D. Duncan and B. Duncan (1955), see `dissimilarity`.
 *
 * @returns `null` unless there are students in the group and outside it
 * @throws RangeError for counts that make no sense
 */
export function gini(schools: Schools): number | null {
  const table = schoolTable(schools);
  if (!hasBoth(table)) return null;
  const { group, total, groupSum, totalSum } = table;
  let [groupBelow, totalBelow] = [0, 0];
  const sum = compensatedSum(group.length, (index) => {
    const [inGroup, all] = [group[index]!, total[index]!];
    const term = inGroup * totalBelow - all * groupBelow;
    groupBelow += inGroup;
    totalBelow += all;
    return term;
  });
  return sum / (groupSum * (totalSum - groupSum));
}

/** A point of a segregation curve: of the schools up to here, in order of the group's share, which part of others and group they hold. */
export interface CurvePoint {
  /** Share of all others, 0 to 1. */
  readonly others: number;
  /** Share of the group, 0 to 1; never above `others`. */
  readonly group: number;
}

/**
 * The segregation curve, a Lorenz curve of the group against the others: schools in order of the group's share, from the origin to (1, 1). The diagonal
 * is an even spread; D is the greatest distance below it, straight down, and {@link gini} the area between.
 *
 * @returns no points unless there are students in the group and outside it
 * @throws RangeError for counts that make no sense
 */
export function segregationCurve(schools: Schools): CurvePoint[] {
  const table = schoolTable(schools);
  if (!hasBoth(table)) return [];
  const { group, total, groupSum, totalSum } = table;
  let [inGroup, others] = [0, 0];
  const points: CurvePoint[] = [{ others: 0, group: 0 }];
  for (let index = 0; index < group.length; index += 1) {
    inGroup += group[index]!;
    others += total[index]! - group[index]!;
    points.push({ others: others / (totalSum - groupSum), group: inGroup / groupSum });
  }
  return points;
}
