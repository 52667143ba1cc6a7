import { hasBoth, type Schools, schoolTable, sumSchools } from './school-table.ts';

/**
 * Hutchens' square-root index, S: 1 − Σ √(gᵢ/G × oᵢ/O). 0: the same share everywhere; 1: no school has both. Like H it falls apart exactly
 * into parts between and within areas, and like D it does not change when one of the groups grows alike at all schools.
 *
 * Reference: R. Hutchens, “One measure of segregation”, International Economic Review 45 (2004).
 *
 * @returns `null` unless there are students in the group and outside it
 * @throws RangeError for counts that make no sense
 */
export function hutchens(schools: Schools): number | null {
  const table = schoolTable(schools);
  if (!hasBoth(table)) return null;
  const { groupSum, totalSum } = table;
  const othersSum = totalSum - groupSum;
  // ½ Σ (√(g/G) − √(o/O))², the difference of roots as that of the shares over the sum of roots: exact where schools are alike
  return Math.min(
    1,
    sumSchools(table, (group, total, surplus) => {
      const roots = Math.sqrt(group / groupSum) + Math.sqrt((total - group) / othersSum);
      return (surplus / (groupSum * othersSum) / roots) ** 2;
    }) / 2,
  );
}

/**
 * Atkinson's index of segregation: 1 − (Σ (oᵢ/O)^(1 − b) (gᵢ/G)^b)^(1 / (1 − b)). With b below ½ schools where the group is rare weigh more, above
 * ½ those where it is common. At ½ it is 1 − (1 − S)², S being {@link hutchens}.
 *
 * Reference: D. S. Massey and N. A. Denton, “The dimensions of residential segregation”, Social Forces 67 (1988).
 *
 * @param b above 0 and below 1; default ½
 * @returns `null` unless there are students in the group and outside it
 * @throws RangeError for counts that make no sense, or another b
 */
export function atkinson(schools: Schools, b = 0.5): number | null {
  if (!(b > 0 && b < 1)) throw new RangeError('The b of an Atkinson index lies between 0 and 1.');
  const table = schoolTable(schools);
  if (!hasBoth(table)) return null;
  if (b === 0.5) {
    const root = hutchens(table) as number;
    return root * (2 - root);
  }
  const { groupSum, totalSum } = table;
  const mixed = sumSchools(
    table,
    (group, total) => ((total - group) / (totalSum - groupSum)) ** (1 - b) * (group / groupSum) ** b,
  );
  return Math.max(0, 1 - mixed ** (1 / (1 - b)));
}
