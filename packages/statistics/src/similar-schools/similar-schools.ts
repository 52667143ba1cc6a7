import { requireThat } from '../require-that.ts';
import type { ContextTable } from './context-table.ts';
import { distanceSpace, distancesFrom, nearestOf } from './nearest.ts';
import {
  type ColumnScale,
  quantileOfSorted,
  type Standardisation,
  type StandardisedTable,
  standardise,
} from './standardise.ts';
import { supportOf } from './support.ts';

/** Options of {@link similarSchools}. */
export interface SimilarSchoolsOptions {
  /** Schools to find for, by id. Default: all. */
  readonly schools?: readonly string[];
  /** Neighbours wanted. Default 30. */
  readonly count?: number;
  /** Default `robust`. */
  readonly standardise?: Standardisation;
  /** Share of the weights that must be known of both schools for them to be compared. Default 0.75. */
  readonly leastShare?: number;
  /** Schools by which it is judged how near neighbours usually are, evenly taken from all in the order of their ids. Default 1,000. */
  readonly reference?: number;
}

/** A school near another one. */
export interface Neighbour {
  readonly id: string;
  /** Root of the weighted mean squared difference, in deviations: 1 is a typical difference in each measure. */
  readonly distance: number;
  /** Measures that are not known of one of the two, and so do not count. */
  readonly missing: readonly string[];
}

/** A measure of a school beside its neighbours. */
export interface ContextBalance {
  readonly column: string;
  /** In the measure's own unit; `null` where not known. */
  readonly own: number | null;
  readonly neighbours: number | null;
  /** Neighbours' mean less its own, in deviations. */
  readonly difference: number | null;
}

/** Why a comparison with these neighbours must be read with care. */
export type SupportWarning =
  /** The last neighbour is farther away than is usual: above the upper quartile by more than one and a half times the quartile range. */
  | 'far-neighbours'
  /** Fewer schools than wanted could be compared. */
  | 'few-comparable'
  /** Their middle is more than half as far away as the last of them: they lie to one side of the school, as at the edge of what there is. */
  | 'one-sided'
  /** A measure is not known of the school itself. */
  | 'own-measure-missing';

/** A school with its neighbours. */
export interface SimilarSchools {
  readonly id: string;
  /** Nearest first; at equal distance by id. */
  readonly neighbours: readonly Neighbour[];
  /** Distance of the last neighbour; `null` without one. */
  readonly radius: number | null;
  /** Share of schools whose last neighbour is nearer than this one's, 0–1. */
  readonly radiusPercentile: number | null;
  /** Distance of the neighbours' middle, the mean of each measure; `null` without one. */
  readonly offset: number | null;
  /** Radius over the median distance to schools at large: near 1 the neighbours are no more alike than any schools. */
  readonly radiusToTypical: number | null;
  readonly balance: readonly ContextBalance[];
  readonly warnings: readonly SupportWarning[];
}

/** What {@link similarSchools} gives. */
export interface SimilarSchoolsResult {
  /** In the order asked for, or by id. */
  readonly schools: readonly SimilarSchools[];
  readonly columns: readonly ColumnScale[];
  /** Distances of the last neighbour over the schools of reference. */
  readonly radii: { readonly schools: number; readonly median: number; readonly far: number };
}

/** Beyond this share of the radius the middle of the neighbours is not where the school is. */
const oneSided = 0.5;

/**
 * Similar schools: the nearest neighbours of each on standardised measures of context. Always with the distance, how near neighbours usually are, and
 * whether they lie around it or to one side; what is not known is left out of a distance and named, never filled in. All pairs are compared: 24,000 schools with six measures
 * take a few seconds, one school a few milliseconds.
 *
 * Put in what a school cannot choose – whom it serves, where, how many – and nothing that it is to be judged by.
 *
 * References: CIPFA nearest neighbours (standardised, Euclidean); NFER, statistical neighbours (2007: weighted measures); DfE, financial benchmarking (weighted differences over
 * ranges, which `standardise: 'range'` gives).
 *
 * @throws RangeError when ids, columns or options make no sense
 *
 * @example
 * ```ts
 * import { similarSchools } from '@collegial/statistics';
 *
 * const { schools } = similarSchools(
 *   { ids: ['ash', 'beech', 'cedar', 'dale'], columns: [{ name: 'free meals', values: [10, 12, 40, 41] }] },
 *   { count: 1, schools: ['cedar'] },
 * );
 * schools[0]?.neighbours[0]?.id; // 'dale'
 * ```
 */
export function similarSchools(
  table: ContextTable,
  options: SimilarSchoolsOptions = {},
): SimilarSchoolsResult {
  const { count = 30, leastShare = 0.75, reference = 1000 } = options;
  requireThat(
    Number.isInteger(count) && count >= 1,
    'The number of neighbours must be a whole number from 1 on.',
  );
  requireThat(leastShare > 0 && leastShare <= 1, 'The least share must lie above 0, up to 1.');
  requireThat(Number.isInteger(reference) && reference >= 1, 'At least one school of reference is needed.');
  const standardised = standardise(table, options.standardise ?? 'robust');
  const { ids, columns } = standardised;
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const wanted = (options.schools ?? ids).map((id) => {
    const place = placeOf.get(id);
    requireThat(place !== undefined, `“${id.slice(0, 80)}” is not among the schools.`);
    return place as number;
  });
  const space = distanceSpace(standardised);
  const distances = new Float64Array(ids.length);
  const find = (school: number) => {
    distancesFrom(space, school, leastShare, distances);
    return nearestOf(distances, count, school);
  };
  const support = supportOf(ids.length, reference, (school) => {
    const { distances: found } = find(school);
    return found.length < count ? null : found[found.length - 1]!;
  });
  const schools = wanted.map((school) => {
    const nearest = find(school);
    const radius = nearest.distances.at(-1) ?? null;
    const typical = medianOfSome(distances, school, reference);
    const balance = balanceOf(standardised, school, nearest.schools);
    const offset = offsetOf(balance, columns);
    const warnings: readonly (readonly [SupportWarning, boolean])[] = [
      ['far-neighbours', radius !== null && radius > support.far],
      ['few-comparable', nearest.schools.length < count],
      ['one-sided', offset !== null && radius !== null && offset > oneSided * radius],
      ['own-measure-missing', balance.some(({ own }) => own === null)],
    ];
    return {
      id: ids[school]!,
      neighbours: Array.from(nearest.schools, (other, place) => ({
        id: ids[other]!,
        distance: nearest.distances[place]!,
        missing: missingOf(standardised, school, other),
      })),
      radius,
      offset,
      radiusPercentile: radius === null ? null : support.shareBelow(radius),
      radiusToTypical: radius === null || !(typical > 0) ? null : radius / typical,
      balance,
      warnings: warnings.filter(([, raised]) => raised).map(([warning]) => warning),
    };
  });
  return { schools, columns, radii: { schools: support.schools, median: support.median, far: support.far } };
}

function missingOf({ columns, scores }: StandardisedTable, one: number, other: number): string[] {
  return columns
    .filter(({ weight }) => weight > 0)
    .map(({ name }) => name)
    .filter((name) => {
      const column = columns.findIndex((candidate) => candidate.name === name);
      return (
        Number.isNaN(scores[one * columns.length + column]!) ||
        Number.isNaN(scores[other * columns.length + column]!)
      );
    });
}

function balanceOf(
  { columns, scores }: StandardisedTable,
  school: number,
  neighbours: Int32Array,
): ContextBalance[] {
  return columns.map(({ name, centre, scale }, column) => {
    const scoreOf = (other: number) => scores[other * columns.length + column]!;
    const known = Array.from(neighbours, scoreOf).filter((score) => !Number.isNaN(score));
    const own = Number.isNaN(scoreOf(school)) ? null : scoreOf(school);
    const mean = known.length === 0 ? null : known.reduce((sum, score) => sum + score, 0) / known.length;
    const inUnit = (score: number | null) => (score === null ? null : centre + scale * score);
    return {
      column: name,
      own: inUnit(own),
      neighbours: inUnit(mean),
      difference: own === null || mean === null ? null : mean - own,
    };
  });
}

function offsetOf(balance: readonly ContextBalance[], columns: readonly ColumnScale[]): number | null {
  let sum = 0;
  let known = 0;
  balance.forEach(({ difference }, column) => {
    if (difference === null) return;
    sum += columns[column]!.weight * difference ** 2;
    known += columns[column]!.weight;
  });
  return known === 0 ? null : Math.sqrt(sum / known);
}

/** Median distance to some schools, evenly taken from all. */
function medianOfSome(distances: Float64Array, school: number, most: number): number {
  const step = Math.max(1, Math.floor(distances.length / most));
  const others: number[] = [];
  for (let other = 0; other < distances.length; other += step)
    if (other !== school && distances[other]! < Number.POSITIVE_INFINITY) others.push(distances[other]!);
  return others.length === 0 ? 0 : quantileOfSorted(Float64Array.from(others).sort(), 0.5);
}
