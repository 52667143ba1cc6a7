import { seededRandom } from '../resampling/seeded-random.ts';
import { entropyOf } from './divergence.ts';
import { expectedByChance, requireWhole } from './expected-by-chance.ts';
import { indexKernel } from './index-kernel.ts';
import { randomAllocation } from './random-allocation.ts';
import { hasBoth, type Schools, schoolTable } from './school-table.ts';
import {
  type Segregation,
  type SegregationIndex,
  segregation,
  segregationIndexNames,
} from './segregation.ts';

/** Options of {@link segregationByChance}. */
export interface ChanceOptions {
  /** How often students are placed at random. Default 1,000. */
  readonly draws?: number;
  /** Seed: the same counts and seed give the same figures, in whatever order the schools are. Default 1. */
  readonly seed?: number;
}

/** An index beside what it would be if students were placed at random. */
export interface IndexByChance {
  /** Mean under chance: exact for indices that add up over schools, else of the draws. */
  readonly expected: number;
  /** Standard deviation under chance. */
  readonly deviation: number;
  /** (index − expected) ÷ deviation; `null` where chance leaves nothing open. */
  readonly standardised: number | null;
  /** How often chance alone gives an index at least as high: (1 + such draws) ÷ (1 + draws). */
  readonly probability: number;
  /**
   * Carrington and Troske's index of systematic segregation: what lies above chance, as a part of what could, which is 1 for schools without
   * both; below chance, negative, as a part of the way to an even spread.
   */
  readonly systematic: number;
}

/** Every index beside chance. */
export type SegregationByChance = Readonly<Record<SegregationIndex, IndexByChance>>;

/**
 * What each index would be if the students of the group were placed at random, schools and group keeping their size: the baseline without which indices of
 * small schools or rare groups say little.
 *
 * Reference: W. J. Carrington and K. R. Troske, “On measuring segregation in samples with small units”, Journal of Business & Economic Statistics 15 (1997);
 * C. Cortese, R. Falk and J. Cohen, “Further considerations on the methodological analysis of segregation indices”, American Sociological Review 41 (1976).
 *
 * @returns `null` unless there are students in the group and outside it
 * @throws RangeError for counts that are not whole numbers
 *
 * @example
 * ```ts
 * import { segregationByChance } from '@collegial/statistics';
 *
 * const classes = [4, 1, 3, 2, 5, 3].map((group) => ({ group, total: 25 }));
 * const { expected, probability } = segregationByChance(classes)!.dissimilarity;
 * expected.toFixed(2); // '0.22': so much by chance alone
 * probability > 0.3; // true: chance often gives as much as these classes have
 * ```
 */
export function segregationByChance(
  schools: Schools,
  { draws = 1000, seed = 1 }: ChanceOptions = {},
): SegregationByChance | null {
  const table = schoolTable(schools);
  requireWhole(table);
  const exact = expectedByChance(table);
  if (exact === null || !hasBoth(table)) return null;
  const observed = segregation(table);
  const place = randomAllocation(table, seededRandom(seed));
  const indicesOf = indexKernel(table.total);
  const counts = new Int32Array(table.total.length);
  const tallies = segregationIndexNames.map((name) => ({ name, ...tallyOf(observed, name) }));
  for (let draw = 0; draw < draws; draw += 1) {
    place(counts);
    const values = indicesOf(counts);
    for (const tally of tallies) {
      const distance = values[tally.name] - tally.index;
      tally.sum += distance;
      tally.squares += distance * distance;
      if (distance >= -1e-11) tally.asHigh += 1;
    }
  }
  return Object.fromEntries(
    tallies.map(({ name, index, sum, squares, asHigh }) => {
      const expected = name in exact ? exact[name as keyof typeof exact] : index + sum / draws;
      const variance = Math.max(0, squares - (sum * sum) / draws) / Math.max(1, draws - 1);
      const deviation = variance < 1e-24 ? 0 : Math.sqrt(variance);
      const above = index - expected;
      const [lowest, highest] = rangeOf(name, observed.share as number);
      const room = above >= 0 ? highest - expected : expected - lowest;
      return [
        name,
        {
          expected,
          deviation,
          standardised: deviation === 0 ? null : above / deviation,
          probability: (1 + asHigh) / (1 + draws),
          systematic: room === 0 ? 0 : above / room,
        },
      ];
    }),
  ) as unknown as SegregationByChance;
}

/** What an index is for an even spread, and for schools without both. */
function rangeOf(name: SegregationIndex, share: number): readonly [lowest: number, highest: number] {
  if (name === 'gorard') return [0, 1 - share];
  if (name === 'isolation') return [share, 1];
  if (name === 'mutualInformation') return [0, entropyOf([share, 1 - share])];
  return [0, 1];
}

/** Distances from the index itself are summed, so that small ones do not drown. */
function tallyOf(observed: Segregation, name: SegregationIndex) {
  return { index: observed[name] as number, sum: 0, squares: 0, asHigh: 0 };
}
