import { hasBoth, type Schools, schoolTable, sumSchools } from './school-table.ts';

/**
 * Isolation: the share of the group at the school of the average student of the group. Σ (gᵢ/G) (gᵢ/tᵢ). Unlike D it says what students meet,
 * so it rises with the group's share of the area; {@link etaSquared} takes that out.
 *
 * Reference: W. Bell, “A probability model for the measurement of ecological segregation”, Social Forces 32 (1954).
 *
 * @returns `null` without students in the group
 * @throws RangeError for counts that make no sense
 *
 * @example
 * ```ts
 * import { isolation } from '@collegial/statistics';
 *
 * isolation([{ group: 30, total: 100 }, { group: 10, total: 100 }]); // 0.25 = (30 × 0.3 + 10 × 0.1) ÷ 40
 * ```
 */
export function isolation(schools: Schools): number | null {
  const table = schoolTable(schools);
  if (table.groupSum === 0) return null;
  return sumSchools(table, (group, total) => (group * group) / total) / table.groupSum;
}

/**
 * Interaction, or exposure of the group to the others: the share of the others at the school of the average student of the group. It is
 * 1 − {@link isolation}.
 *
 * @returns `null` without students in the group
 */
export function interaction(schools: Schools): number | null {
  const table = schoolTable(schools);
  if (table.groupSum === 0) return null;
  return sumSchools(table, (group, total) => (group * (total - group)) / total) / table.groupSum;
}

/**
 * Eta squared, the variance ratio: which part of the difference between students, in the group or not, lies between schools. It is isolation
 * set between what an even spread would give (0) and schools without both (1): (isolation − P) ÷ (1 − P). By chance alone one expects
 * (schools − 1) ÷ (students − 1).
 *
 * Reference: D. R. James and K. E. Taeuber, “Measures of segregation”, Sociological Methodology 15 (1985).
 *
 * @returns `null` unless there are students in the group and outside it
 * @throws RangeError for counts that make no sense
 */
export function etaSquared(schools: Schools): number | null {
  const table = schoolTable(schools);
  if (!hasBoth(table)) return null;
  const { groupSum, totalSum } = table;
  return Math.min(
    1,
    sumSchools(table, (_group, total, surplus) => (surplus * surplus) / total) /
      (totalSum * groupSum * (totalSum - groupSum)),
  );
}
