import { type BinomialSampler, binomialSampler, sample } from '../resampling/binomial-sampler.ts';
import type { SchoolTable } from './school-table.ts';

/**
 * Places the students of the group at random, again and again: schools keep their size, the area its number in the group, and every placing is
 * as likely as any other (the numbers at the schools are multivariate hypergeometric). Each call overwrites `counts`.
 *
 * Every student is put into the group with the same probability; then students who are too many leave it, or who are too few join it, each
 * as likely as any other. What is left is a random choice of that many, and takes far fewer steps than to choose them one by one.
 */
export function randomAllocation(
  { total, groupSum, totalSum }: SchoolTable,
  random: () => number,
): (counts: Int32Array) => void {
  // The rarer side is placed, a little too thinly: to add is quick, to find one of few and take it out is not.
  const rare = Math.min(groupSum, totalSum - groupSum);
  const swapped = rare < groupSum;
  const share = rare / totalSum;
  const thin = Math.max(0, share - Math.sqrt((share * (1 - share)) / totalSum));
  const bySize = new Map<number, BinomialSampler>();
  const samplers = Array.from(total, (size) => {
    const known = bySize.get(size) ?? binomialSampler(size, thin);
    bySize.set(size, known);
    return known;
  });
  const schoolOf = new Uint32Array(totalSum);
  const firstOf = new Uint32Array(total.length);
  for (let school = 0, student = 0; school < total.length; school += 1) {
    firstOf[school] = student;
    student += total[school]!;
    schoolOf.fill(school, firstOf[school]!, student);
  }
  return (counts) => {
    let placed = 0;
    for (let school = 0; school < counts.length; school += 1) {
      const number = sample(samplers[school]!, random());
      counts[school] = number;
      placed += number;
    }
    while (placed !== rare) {
      const student = Math.floor(random() * totalSum);
      const school = schoolOf[student]!;
      // who of a school is in the group does not matter: the first of them are
      const inGroup = student - firstOf[school]! < counts[school]!;
      if (placed > rare === inGroup) {
        const step = inGroup ? -1 : 1;
        counts[school]! += step;
        placed += step;
      }
    }
    if (swapped)
      for (let school = 0; school < counts.length; school += 1)
        counts[school] = total[school]! - counts[school]!;
  };
}
