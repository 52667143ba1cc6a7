import { eachHypergeometric } from '../distributions/hypergeometric.ts';
import { requireThat } from '../require-that.ts';
import { compensatedSum } from '../sums/compensated-sum.ts';
import { divergence } from './divergence.ts';
import { entropy } from './information.ts';
import { hasBoth, type Schools, type SchoolTable, schoolTable } from './school-table.ts';

/** What indices would be on average if the students of the group were placed at random. */
export interface ExpectedByChance {
  readonly dissimilarity: number;
  readonly gorard: number;
  readonly isolation: number;
  readonly etaSquared: number;
  readonly theil: number;
  readonly mutualInformation: number;
  readonly hutchens: number;
}

/**
 * The mean of each index over all ways of placing the students: schools keep their size, and the area its number of students in the group.
 * Worked out exactly, without a draw, for indices that add up over schools: the number in the group at a school is then hypergeometric.
 * For Gini and Atkinson, which do not add up, see `segregationByChance`.
 *
 * The smaller schools are and the rarer the group, the higher: twenty schools of 30 students, one in ten in the group, have a D of 0.23
 * by chance alone.
 *
 * Reference: W. J. Carrington and K. R. Troske, “On measuring segregation in samples with small units”, Journal of Business &
 * Economic Statistics 15 (1997).
 *
 * @returns `null` unless there are students in the group and outside it
 * @throws RangeError for counts that are not whole numbers
 */
export function expectedByChance(schools: Schools): ExpectedByChance | null {
  const table = schoolTable(schools);
  requireWhole(table);
  if (!hasBoth(table)) return null;
  const { total, groupSum, totalSum } = table;
  const othersSum = totalSum - groupSum;
  const bySize = new Map<number, { apart: number; information: number; roots: number }>();
  for (const size of total) if (!bySize.has(size)) bySize.set(size, expectedOf(size, table));
  const sum = (of: 'apart' | 'information' | 'roots') =>
    compensatedSum(total.length, (index) => bySize.get(total[index]!)![of]);
  const dissimilarity = sum('apart') / (2 * groupSum * othersSum);
  const etaSquared = totalSum > 1 ? (total.length - 1) / (totalSum - 1) : 0;
  const mutualInformation = sum('information') / totalSum ** 2;
  const share = groupSum / totalSum;
  return {
    dissimilarity,
    gorard: dissimilarity * (1 - share),
    isolation: share + (1 - share) * etaSquared,
    etaSquared,
    theil: mutualInformation / (entropy(table) as number),
    mutualInformation,
    hutchens: sum('roots') / 2,
  };
}

/** What a school of a size adds, on average, to the sums that the indices are made of. */
function expectedOf(size: number, { groupSum, totalSum }: SchoolTable) {
  const othersSum = totalSum - groupSum;
  let [apart, information, roots] = [0, 0, 0];
  eachHypergeometric({ population: totalSum, marked: groupSum, taken: size }, (found, probability) => {
    const surplus = found * totalSum - size * groupSum;
    apart += probability * Math.abs(surplus);
    information +=
      probability *
      size *
      (groupSum * divergence(surplus / (size * groupSum)) +
        othersSum * divergence(-surplus / (size * othersSum)));
    const sumOfRoots = Math.sqrt(found / groupSum) + Math.sqrt((size - found) / othersSum);
    roots += probability * (surplus / (groupSum * othersSum) / sumOfRoots) ** 2;
  });
  return { apart, information, roots };
}

/** Students are placed one by one: their numbers must be whole. @throws RangeError */
export function requireWhole({ group, total }: SchoolTable): void {
  requireThat(
    group.every(Number.isInteger) && total.every(Number.isInteger),
    'Chance can only be worked out for whole numbers of students.',
  );
}
