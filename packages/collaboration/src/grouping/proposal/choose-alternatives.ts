import type { GroupingProblem } from '../problem/problem.ts';
import { keyOf, type Partition, valuesOf, weigh } from '../solve/partition.ts';
import { differenceOf, partnershipsOf } from './difference-of.ts';

/** A grouping with what it comes to. */
export interface Candidate {
  readonly partition: Partition;
  /** By objective of the problem. */
  readonly values: Float64Array;
  /** All objectives together: 0 would be perfect, 1 is what lots give. */
  readonly score: number;
  /** Share of the partnerships that are others than in the first that was chosen. */
  readonly difference: number;
  /** Place of the objective that counted more for it than the weights say, or `null`. */
  readonly leaning: number | null;
}

/** What {@link chooseAlternatives} chooses from and by. */
export interface AlternativesOptions {
  readonly pool: readonly Partition[];
  readonly factors: Float64Array;
  /** For each objective, the factors when it counts more. */
  readonly leanings: readonly Float64Array[];
  /** Objectives of which the first proposal gives up most, in turn; those that it hardly gives up are not named. */
  readonly sacrificed: (first: Float64Array) => readonly number[];
  /** By how much a proposal that leans to an objective must be better in it than the first. */
  readonly notable: Float64Array;
  readonly most: number;
  readonly difference: number;
}

/**
 * The best grouping, and then those that are good and genuinely different: in enough partnerships from each that was chosen.
 * In turn, the best of them when what was given up most counts more, and the best by the same weights.
 */
export function chooseAlternatives(problem: GroupingProblem, options: AlternativesOptions): Candidate[] {
  const byKey = new Map(options.pool.map((partition) => [keyOf(partition), partition]));
  const candidates = [...byKey]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, partition]) => ({ partition, values: valuesOf(problem, partition) }));
  const known = new Map<Partition, ReadonlySet<number>>();
  const pairsOf = (partition: Partition) => {
    const own = known.get(partition) ?? partnershipsOf(problem, partition);
    known.set(partition, own);
    return own;
  };
  const ranked = (factors: Float64Array) =>
    candidates
      .map((candidate) => ({ ...candidate, cost: weigh(candidate.values, factors) }))
      .sort((one, other) => one.cost - other.cost);
  const plain = ranked(options.factors);
  const chosen: Candidate[] = [];
  const pairs: ReadonlySet<number>[] = [];
  const choose = (from: typeof plain, leaning: number | null) => {
    for (const { partition, values } of from) {
      const first = chosen[0]?.values;
      if (leaning !== null && first && values[leaning]! > first[leaning]! - options.notable[leaning]!)
        continue;
      const own = pairsOf(partition);
      if (pairs.some((other) => differenceOf(own, other) < options.difference - 1e-12)) continue;
      const difference = pairs[0] === undefined ? 0 : differenceOf(own, pairs[0]);
      chosen.push({ partition, values, score: weigh(values, options.factors), difference, leaning });
      pairs.push(own);
      return true;
    }
    return false;
  };
  choose(plain, null);
  const leanings = chosen[0] === undefined ? [] : [...options.sacrificed(chosen[0].values)];
  let lean = true;
  while (chosen.length > 0 && chosen.length < options.most) {
    const leaning = lean ? leanings.shift() : undefined;
    lean = !lean;
    if (leaning !== undefined) choose(ranked(options.leanings[leaning]!), leaning);
    else if (!choose(plain, null) && leanings.length === 0) break;
  }
  return chosen;
}
