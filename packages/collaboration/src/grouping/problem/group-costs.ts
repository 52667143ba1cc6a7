import type { GroupingProblem } from './problem.ts';

/**
 * What one group adds to each objective of the problem, in its order: every objective is a sum over groups, which is what
 * makes an exact search possible. `members` are its schools; the first `length` count.
 */
export function groupCosts(
  problem: GroupingProblem,
  members: ArrayLike<number>,
  length: number,
  costs: Float64Array,
): void {
  for (let index = 0; index < problem.objectives.length; index++) {
    const name = problem.objectives[index];
    if (name === 'alike') costs[index] = between(problem, members, length);
    else if (name === 'mixed') costs[index] = shortfall(problem, members, length);
    else if (name === 'complement') costs[index] = unmet(problem, members, length);
    else if (name === 'distance') costs[index] = distance(problem, members, length);
    else costs[index] = brokenTies(problem, members, length);
  }
}

/** The share of the sum of squares that lies between groups: each adds its size × the square of its mean. */
function between({ alike }: GroupingProblem, members: ArrayLike<number>, length: number): number {
  let total = 0;
  for (const { measure, share } of alike) {
    let sum = 0;
    let known = 0;
    for (let index = 0; index < length; index++) {
      const value = measure.values[members[index]!]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      known += 1;
    }
    if (known > 0) total += (share * sum * sum) / known / (measure.known - 1);
  }
  return total;
}

/** How far the standard deviation falls short of that of all schools, which is 1, weighed by the group's size. */
function shortfall({ mixed }: GroupingProblem, members: ArrayLike<number>, length: number): number {
  let total = 0;
  for (const { values, known: all } of mixed) {
    let sum = 0;
    let squares = 0;
    let known = 0;
    for (let index = 0; index < length; index++) {
      const value = values[members[index]!]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      squares += value * value;
      known += 1;
    }
    if (known === 0) continue;
    const variance = known < 2 ? 0 : Math.max(0, squares - (sum * sum) / known) / (known - 1);
    total += (known / all) * Math.max(0, 1 - Math.sqrt(variance));
  }
  return total / mixed.length;
}

function unmet(problem: GroupingProblem, members: ArrayLike<number>, length: number): number {
  const { areas, needs, strengths, totalNeed } = problem;
  let total = 0;
  for (let area = 0; area < areas.length; area++) {
    let best = 0;
    for (let index = 0; index < length; index++) {
      const strength = strengths[members[index]! * areas.length + area]!;
      if (strength > best) best = strength;
    }
    for (let index = 0; index < length; index++) {
      const need = needs[members[index]! * areas.length + area]!;
      if (need > best) total += need - best;
    }
  }
  return total / totalNeed;
}

function distance(problem: GroupingProblem, members: ArrayLike<number>, length: number): number {
  const { distances, count, placed } = problem;
  let sum = 0;
  let pairs = 0;
  for (let index = 1; index < length; index++) {
    const row = members[index]! * count;
    for (let other = 0; other < index; other++) {
      const between = distances[row + members[other]!]!;
      if (Number.isNaN(between)) continue;
      sum += between;
      pairs += 1;
    }
  }
  if (pairs === 0) return 0;
  // k schools with a place have k(k − 1)/2 pairs; the mean of a school to the others, added up over k schools, is k times the mean pair.
  const known = (1 + Math.sqrt(1 + 8 * pairs)) / 2;
  return ((sum / pairs) * known) / placed;
}

/** Ties from inside to outside, half of each: the other group has the other half. */
function brokenTies(problem: GroupingProblem, members: ArrayLike<number>, length: number): number {
  const { tie, tiesOf, totalTies, count } = problem;
  let all = 0;
  let inside = 0;
  for (let index = 0; index < length; index++) {
    const row = members[index]! * count;
    all += tiesOf[members[index]!]!;
    for (let other = 0; other < index; other++) inside += tie[row + members[other]!]!;
  }
  return (all / 2 - inside) / totalTies;
}
