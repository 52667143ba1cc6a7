import { type Interval, type IntervalOptions, upperProbability } from '../intervals/interval.ts';
import { binomialSampler, sample } from '../resampling/binomial-sampler.ts';
import { seededRandom } from '../resampling/seeded-random.ts';
import { quantile } from '../spread/quantile.ts';
import { requireWhole } from './expected-by-chance.ts';
import { indexKernel } from './index-kernel.ts';
import { hasBoth, type Schools, type SchoolTable, schoolTable } from './school-table.ts';
import { type SegregationIndex, segregation, segregationIndexNames } from './segregation.ts';
import { sharesBehind } from './shrunken-shares.ts';

/** Options of {@link segregationIntervals}. */
export interface SegregationIntervalOptions extends IntervalOptions {
  /** How often the students of each school are drawn again, over all distances that are tried. Default 1,000. */
  readonly draws?: number;
  /** Seed: the same counts and seed give the same intervals, in whatever order the schools are. Default 1. */
  readonly seed?: number;
}

/** An index without what chance adds to it. */
export interface CorrectedIndex extends Interval {
  /** The index of which the one that was seen is the average; at least 0. */
  readonly corrected: number;
}

/** Every index without what chance adds to it. */
export type SegregationIntervals = Readonly<Record<SegregationIndex, CorrectedIndex>>;

/**
 * What each index would be without chance, with an interval: schools draw each of their students from the group with a share of their own, and the index of those
 * shares is what is wanted. A parametric bootstrap, school by school, turned round: for shares that lie closer together or further apart the students are drawn again;
 * the interval holds the indices under which what was seen is none of the 2.5 % highest or lowest, and the corrected index is the one under
 * which it is the average.
 *
 * Allen and others draw from the shares as seen and take off what that adds. Where segregation is low these are too far apart already, so that
 * too little is taken off, and an interval never reaches an even spread.
 *
 * Reference: R. Allen, S. Burgess, R. Davidson and F. Windmeijer, “More reliable inference for the dissimilarity index of segregation”,
 * Econometrics Journal 18 (2015); J. Carpenter, “Test inversion bootstrap confidence intervals”, Journal of the Royal Statistical Society B 61
 * (1999).
 *
 * @returns `null` unless there are at least two schools, and students in the group and outside it
 * @throws RangeError for counts that are not whole numbers, or a confidence that is not between 0 and 1
 *
 * @example
 * ```ts
 * import { segregationIntervals } from '@collegial/statistics';
 *
 * const classes = [4, 1, 3, 2, 5, 3].map((group) => ({ group, total: 25 }));
 * segregationIntervals(classes)!.dissimilarity.lower; // 0: an even spread would do
 * ```
 */
export function segregationIntervals(
  schools: Schools,
  { draws = 1000, seed = 1, ...options }: SegregationIntervalOptions = {},
): SegregationIntervals | null {
  const table = schoolTable(schools);
  requireWhole(table);
  const upper = upperProbability(options);
  if (!hasBoth(table) || table.total.length < 2) return null;
  const observed = segregation(table);
  const { deviations, at } = sharesBehind(table);
  const indicesOf = indexKernel(table.total);
  const each = Math.max(2, Math.ceil(draws / deviations.length));
  const trials = deviations.map((deviation) => drawAgain(table, at(deviation), { each, seed, indicesOf }));
  return Object.fromEntries(
    segregationIndexNames.map((name) => {
      const index = observed[name] as number;
      const points = trials.map(({ behind, found }) => ({ behind: behind[name], ...momentsOf(found[name]) }));
      const standard = points.flatMap(({ mean, deviation }, place) =>
        deviation > 0 ? Array.from(trials[place]!.found[name], (value) => (value - mean) / deviation) : [],
      );
      const seenAt = (z: number) =>
        points.map(({ behind, mean, deviation }) => [behind, mean + z * deviation] as const);
      const quantileOf = (probability: number) =>
        standard.length === 0 ? 0 : quantile(standard, probability);
      return [
        name,
        {
          corrected: solve(seenAt(0), index),
          lower: solve(seenAt(quantileOf(upper)), index),
          upper: solve(seenAt(quantileOf(1 - upper)), index),
        },
      ];
    }),
  ) as unknown as SegregationIntervals;
}

type Numbers<Value> = Record<SegregationIndex, Value>;

interface DrawOptions {
  readonly each: number;
  readonly seed: number;
  readonly indicesOf: ReturnType<typeof indexKernel>;
}

/** The indices of some shares, and those of students drawn from them again and again. */
function drawAgain(
  { total, totalSum }: SchoolTable,
  shares: Float64Array,
  { each, seed, indicesOf }: DrawOptions,
): { readonly behind: Numbers<number>; readonly found: Numbers<Float64Array> } {
  const samplers = Array.from(total, (students, school) => binomialSampler(students, shares[school]!));
  // the same random numbers at every distance, so that what differs is the distance
  const random = seededRandom(seed);
  const counts = new Int32Array(total.length);
  const found = Object.fromEntries(
    segregationIndexNames.map((name) => [name, new Float64Array(each)]),
  ) as Numbers<Float64Array>;
  for (let draw = 0; draw < each; ) {
    let group = 0;
    for (let school = 0; school < counts.length; school += 1) {
      counts[school] = sample(samplers[school]!, random());
      group += counts[school]!;
    }
    // nobody, or nobody else: there is no index of that
    if (group === 0 || group === totalSum) continue;
    const values = indicesOf(counts);
    for (const name of segregationIndexNames) found[name][draw] = values[name];
    draw += 1;
  }
  // shares that are all the same are so exactly, whatever rounding makes of their products
  const even = shares.every((share) => share === shares[0]);
  const behind = segregation(
    Array.from(total, (students, school) =>
      even ? { group: 1, total: 1 / shares[0]! } : { group: shares[school]! * students, total: students },
    ),
  );
  return { behind: behind as Numbers<number>, found };
}

function momentsOf(values: Float64Array): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

/** The index behind at which what is seen reaches a value, on straight lines between the points; from 0 to 1. */
function solve(points: readonly (readonly [behind: number, seen: number])[], value: number): number {
  const last = points.length - 1;
  let place = 1;
  while (place < last && points[place]![1] < value) place += 1;
  const [[from, low], [to, high]] = [points[place - 1]!, points[place]!];
  if (place === 1 && value <= low) return Math.min(1, Math.max(0, from));
  const found = high > low ? from + ((value - low) / (high - low)) * (to - from) : to;
  return Math.min(1, Math.max(0, found));
}
