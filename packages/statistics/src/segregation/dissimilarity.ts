import { hasBoth, type Schools, schoolTable, sumSchools } from './school-table.ts';

/**
 * Index of dissimilarity, D: the share of the group (or, just as well, of all others) that would have to change school, without being replaced,
 * for every school to have its share. 0: the same share everywhere; 1: no school has both. ½ Σ |gᵢ/G − oᵢ/O|.
 *
 * Small schools and small groups give a high D by chance alone: see `segregationByChance`.
 *
 * Reference: O. D. Duncan and B. Duncan, “A methodological analysis of segregation indexes”, American Sociological Review 20 (1955).
 *
 * @returns `null` unless there are students in the group and outside it
 * @throws RangeError for counts that make no sense
 *
 * @example
 * ```ts
 * import { dissimilarity } from '@collegial/statistics';
 *
 * dissimilarity([{ group: 30, total: 100 }, { group: 10, total: 100 }]); // 0.3125 = ½ (|30/40 − 70/160| + |10/40 − 90/160|)
 * ```
 */
export function dissimilarity(schools: Schools): number | null {
  const table = schoolTable(schools);
  if (!hasBoth(table)) return null;
  const { groupSum, totalSum } = table;
  return (
    sumSchools(table, (_group, _total, surplus) => Math.abs(surplus)) / (2 * groupSum * (totalSum - groupSum))
  );
}
