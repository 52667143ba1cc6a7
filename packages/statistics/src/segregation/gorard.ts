import { type Schools, schoolTable, sumSchools } from './school-table.ts';

/**
 * Gorard's segregation index, GS: the share of the group that would have to change school, each with someone from another, for every
 * school to have its share. ½ Σ |gᵢ/G − tᵢ/T| = D × (1 − P), P being the group's share of all students. Its highest value is 1 − P.
 *
 * Reference: S. Gorard and C. Taylor, “What is segregation? A comparison of measures in terms of ‘strong’ and ‘weak’ compositional
 * invariance”, Sociology 36 (2002).
 *
 * @returns `null` without students in the group
 * @throws RangeError for counts that make no sense
 *
 * @example
 * ```ts
 * import { gorard } from '@collegial/statistics';
 *
 * gorard([{ group: 30, total: 100 }, { group: 10, total: 100 }]); // 0.25
 * ```
 */
export function gorard(schools: Schools): number | null {
  const table = schoolTable(schools);
  if (table.groupSum === 0) return null;
  const { groupSum, totalSum } = table;
  return sumSchools(table, (_group, _total, surplus) => Math.abs(surplus)) / (2 * groupSum * totalSum);
}
