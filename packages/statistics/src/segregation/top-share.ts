import { requireThat } from '../require-that.ts';
import { type Schools, schoolTable } from './school-table.ts';

/**
 * Which part of a group is at the schools where it is most common, taken together until they hold a given part of all students; of the last
 * school only so much counts as is needed. With a fifth of the students a fifth of the group under an even spread: “half of those suspended were at a
 * fifth of the schools’ places”.
 *
 * @param part of all students; default a fifth
 * @returns `null` without students in the group
 * @throws RangeError for counts that make no sense, or a part outside 0–1
 *
 * @example
 * ```ts
 * import { topShare } from '@collegial/statistics';
 *
 * topShare([{ group: 8, total: 100 }, { group: 1, total: 200 }, { group: 1, total: 200 }]); // 0.8: a fifth of the students, 8 of 10
 * ```
 */
export function topShare(schools: Schools, part = 0.2): number | null {
  requireThat(part >= 0 && part <= 1, 'A part of all students lies between 0 and 1.');
  const { group, total, groupSum, totalSum } = schoolTable(schools);
  if (groupSum === 0) return null;
  let room = part * totalSum;
  let held = 0;
  for (let index = group.length - 1; index >= 0 && room > 0; index -= 1) {
    const taken = Math.min(room, total[index]!);
    held += group[index]! * (taken / total[index]!);
    room -= taken;
  }
  return held / groupSum;
}
