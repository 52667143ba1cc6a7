import type { StandardisedTable } from './standardise.ts';

/** The nearest schools of one: positions and distances, nearest first, at equal distance by id. */
export interface Nearest {
  readonly schools: Int32Array;
  readonly distances: Float64Array;
  /** Schools that have too little in common to be compared with. */
  readonly notComparable: number;
}

/** A table ready to measure distances in: scores times the root of their weights, and what is known of each school. */
export interface DistanceSpace {
  readonly size: number;
  readonly width: number;
  readonly points: Float64Array;
  readonly weights: Float64Array;
  /** 1 where every measure of the school is known. */
  readonly complete: Uint8Array;
}

/** Folds the weights into the scores. */
export function distanceSpace({ ids, columns, scores }: StandardisedTable): DistanceSpace {
  const width = columns.length;
  const weights = Float64Array.from(columns, ({ weight }) => weight);
  const points = scores.map((score, index) => score * Math.sqrt(weights[index % width]!));
  const complete = Uint8Array.from(ids, (_, school) =>
    points.subarray(school * width, (school + 1) * width).some(Number.isNaN) ? 0 : 1,
  );
  return { size: ids.length, width, points, weights, complete };
}

/**
 * Distances of one school to all, written into `into`; `Infinity` to those with too little in common. What is not known of one of
 * the two is left out, and the rest stands for it by its weight.
 */
export function distancesFrom(
  space: DistanceSpace,
  school: number,
  leastShare: number,
  into: Float64Array,
): void {
  const { size, width, points, complete } = space;
  const own = points.slice(school * width, (school + 1) * width);
  for (let other = 0, at = 0; other < size; other += 1, at += width) {
    if (complete[school] === 0 || complete[other] === 0) {
      into[other] = partialDistance(space, own, at, leastShare);
      continue;
    }
    let sum = 0;
    for (let column = 0; column < width; column += 1) {
      const difference = own[column]! - points[at + column]!;
      sum += difference * difference;
    }
    into[other] = Math.sqrt(sum);
  }
}

function partialDistance(
  { width, points, weights }: DistanceSpace,
  own: Float64Array,
  at: number,
  leastShare: number,
): number {
  let sum = 0;
  let known = 0;
  for (let column = 0; column < width; column += 1) {
    const difference = own[column]! - points[at + column]!;
    if (Number.isNaN(difference)) continue;
    sum += difference * difference;
    known += weights[column]!;
  }
  // 1e-12: weights that add up to the share asked for may fall short of it by rounding.
  return known > 0 && known >= leastShare - 1e-12 ? Math.sqrt(sum / known) : Number.POSITIVE_INFINITY;
}

/** Picks the nearest `count` schools other than itself from distances, with a bounded heap: no sorting of all. */
export function nearestOf(distances: Float64Array, count: number, itself: number): Nearest {
  const heap: number[] = [];
  // Positions are in the order of ids, so that the larger position loses a tie.
  const farther = (a: number, b: number) =>
    distances[a]! > distances[b]! || (distances[a] === distances[b] && a > b);
  let notComparable = 0;
  for (let school = 0; school < distances.length; school += 1) {
    if (school === itself) continue;
    if (distances[school] === Number.POSITIVE_INFINITY) {
      notComparable += 1;
      continue;
    }
    if (heap.length < count) {
      heap.push(school);
      siftUp(heap, farther);
    } else if (distances[school]! < distances[heap[0]!]!) {
      // At the same distance the one met first stays: it comes first by id.
      heap[0] = school;
      siftDown(heap, farther);
    }
  }
  heap.sort((a, b) => (farther(a, b) ? 1 : -1));
  return {
    schools: Int32Array.from(heap),
    distances: Float64Array.from(heap, (school) => distances[school]!),
    notComparable,
  };
}

type Farther = (a: number, b: number) => boolean;

function siftUp(heap: number[], farther: Farther): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!farther(heap[at]!, heap[parent]!)) return;
    [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
    at = parent;
  }
}

function siftDown(heap: number[], farther: Farther): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    if (left >= heap.length) return;
    const larger = left + 1 < heap.length && farther(heap[left + 1]!, heap[left]!) ? left + 1 : left;
    if (!farther(heap[larger]!, heap[at]!)) return;
    [heap[at], heap[larger]] = [heap[larger]!, heap[at]!];
    at = larger;
  }
}
