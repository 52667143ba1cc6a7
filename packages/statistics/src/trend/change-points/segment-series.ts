import { requireThat } from '../../require-that.ts';

/** A stretch of a series around one level. */
export interface Segment {
  /** Positions of its first and last value, from 0. */
  readonly from: number;
  readonly to: number;
  /** Weighted mean. */
  readonly level: number;
}

/** Options of {@link segmentSeries}. */
export interface SegmentOptions {
  /** What one more change must take off the sum of squares at least. */
  readonly penalty: number;
  /** Fewest values of a stretch. Default 2. */
  readonly minimumLength?: number;
  /** Weight of each value, 1 ÷ variance. Default 1. */
  readonly weights?: readonly number[];
}

/** A way to divide a series. */
export interface Segmentation {
  readonly segments: readonly Segment[];
  /** Weighted sum of squares around the levels. */
  readonly cost: number;
}

/**
 * The best way to divide a series into stretches of one level each: least sum of squares plus the penalty for each change, over all divisions there are.
 * Exact, by optimal partitioning; the work grows with the square of the length, which is nothing for the years of a school. What PELT gives
 * is the same.
 *
 * References: B. Jackson et al., “An algorithm for optimal partitioning of data on an interval”, IEEE Signal Processing Letters 12 (2005); R. Killick,
 * P. Fearnhead and I. A. Eckley, “Optimal detection of changepoints with a linear computational cost”, JASA 107 (2012).
 *
 * @throws RangeError with values or weights that make no sense, a negative penalty or a length below 1
 *
 * @example
 * ```ts
 * import { segmentSeries } from '@collegial/statistics';
 *
 * segmentSeries([1, 2, 1, 6, 7, 6], { penalty: 3 }).segments.map(({ from }) => from); // [0, 3]
 * ```
 */
export function segmentSeries(values: readonly number[], options: SegmentOptions): Segmentation {
  const { penalty, minimumLength = 2, weights = values.map(() => 1) } = options;
  requireThat(values.every(Number.isFinite), 'Every value must be a finite number.');
  requireThat(
    weights.length === values.length && weights.every((weight) => weight > 0 && Number.isFinite(weight)),
    'Every value must have a weight above 0.',
  );
  requireThat(penalty >= 0, 'The penalty must not be negative.');
  requireThat(
    Number.isInteger(minimumLength) && minimumLength >= 1,
    'The shortest stretch must be a whole number from 1 on.',
  );
  const size = values.length;
  if (size === 0) return { segments: [], cost: 0 };
  const cost = stretchCost(values, weights);
  if (size < 2 * minimumLength || penalty === Number.POSITIVE_INFINITY) {
    const { squares, level } = cost(0, size);
    return { segments: [{ from: 0, to: size - 1, level }], cost: squares };
  }
  const best = Array<number>(size + 1).fill(Number.POSITIVE_INFINITY);
  const cameFrom = Array<number>(size + 1).fill(0);
  best[0] = -penalty;
  for (let end = minimumLength; end <= size; end += 1) {
    for (let start = 0; start <= end - minimumLength; start += 1) {
      const total = best[start]! + cost(start, end).squares + penalty;
      // A difference within rounding is none: the division that begins earlier, with fewer changes, stays.
      if (total < best[end]! - 1e-12 * Math.max(1, Math.abs(total)))
        [best[end], cameFrom[end]] = [total, start];
    }
  }
  const segments: Segment[] = [];
  let total = 0;
  for (let end = size; end > 0; end = cameFrom[end]!) {
    const { squares, level } = cost(cameFrom[end]!, end);
    segments.unshift({ from: cameFrom[end]!, to: end - 1, level });
    total += squares;
  }
  return { segments, cost: total };
}

/** Sum of squares and level of the values from `start` to before `end`, from sums around the first value. */
function stretchCost(values: readonly number[], weights: readonly number[]) {
  const origin = values[0] ?? 0;
  const [weight, sum, squares] = [[0], [0], [0]];
  values.forEach((value, index) => {
    const [w, x] = [weights[index]!, value - origin];
    weight.push(weight[index]! + w);
    sum.push(sum[index]! + w * x);
    squares.push(squares[index]! + w * x * x);
  });
  return (start: number, end: number): { squares: number; level: number } => {
    const total = weight[end]! - weight[start]!;
    const first = sum[end]! - sum[start]!;
    return {
      squares: Math.max(0, squares[end]! - squares[start]! - (first * first) / total),
      level: origin + first / total,
    };
  };
}
