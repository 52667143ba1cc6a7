import type { ColumnTransform } from '@collegial/statistics';
import type { GroupSums } from './group-sums.ts';

/** A column that holds, for each row, the mean of another over the rows of a group. */
export interface MeanColumn {
  readonly name: string;
  /** Position of the column that it is the mean of. */
  readonly of: number;
  /** Number of leading names of a path that say which group: 1 for the outermost level. */
  readonly depth: number;
}

/**
 * Sums with columns of group means put in before the last column, the outcome. A mean is the same for all rows of a lowest group, so that
 * its products follow from the sums that are there, and no row need be read again.
 */
export function withGroupMeans(
  groups: readonly GroupSums[],
  transform: readonly ColumnTransform[],
  means: readonly MeanColumn[],
): { readonly groups: GroupSums[]; readonly transform: ColumnTransform[] } {
  if (means.length === 0) return { groups: [...groups], transform: [...transform] };
  const outcome = transform.length - 1;
  const values = means.map((mean) => meansOf(groups, mean));
  const place = (index: number) => (index < outcome ? index : index + means.length);
  const size = transform.length + means.length;
  const extended = groups.map((group, at): GroupSums => {
    const own = values.map((list) => list[at]!);
    const sums = new Float64Array(size);
    const products = new Float64Array((size * (size + 1)) / 2);
    const put = (i: number, j: number, value: number) => {
      const [first, second] = i <= j ? [i, j] : [j, i];
      products[first * size - (first * (first - 1)) / 2 + (second - first)] = value;
    };
    let position = 0;
    for (let i = 0; i < transform.length; i++) {
      sums[place(i)] = group.sums[i]!;
      for (let j = i; j < transform.length; j++) put(place(i), place(j), group.products[position++]!);
    }
    for (const [m, value] of own.entries()) {
      sums[outcome + m] = value * group.weight;
      for (let i = 0; i < transform.length; i++) put(outcome + m, place(i), value * group.sums[i]!);
      for (let k = m; k < own.length; k++) put(outcome + m, outcome + k, value * own[k]! * group.weight);
    }
    return { ...group, sums, products };
  });
  const columns = [
    ...transform.slice(0, outcome),
    ...means.map(({ of }) => transform[of]!),
    transform[outcome]!,
  ];
  return { groups: extended, transform: columns };
}

/** For each lowest group, the mean over the rows of the group at a depth of its path; in the order of the paths, so that it is the same each time. */
function meansOf(groups: readonly GroupSums[], { of, depth }: MeanColumn): number[] {
  const totals = new Map<string, { rows: number; sum: number }>();
  const key = ({ path }: GroupSums) => JSON.stringify(path.slice(0, depth));
  for (const group of groups) {
    const total = totals.get(key(group)) ?? { rows: 0, sum: 0 };
    total.rows += group.rows;
    total.sum += group.unweighted.get(of) ?? group.sums[of]!;
    totals.set(key(group), total);
  }
  return groups.map((group) => {
    const { sum, rows } = totals.get(key(group))!;
    return sum / rows;
  });
}
