import { requireThat } from '../../require-that.ts';
import { quantile } from '../../spread/quantile.ts';
import { binomialQuantile } from '../funnel/binomial.ts';

/** Fewer values off the line than this show nothing either way. */
const fewestUseful = 10;

/** What {@link runChart} gives. */
export interface RunChart {
  /** The line: the median of the values, or the one given. */
  readonly centre: number;
  /** Values that are not on the line. */
  readonly useful: number;
  /** Most useful values in a row on one side, and the most that chance would give. */
  readonly longestRun: number;
  readonly longestExpected: number;
  /** Times that the line is crossed, and the fewest that chance would give. */
  readonly crossings: number;
  readonly fewestExpected: number;
  /** `too-short` below ten useful values. */
  readonly finding: 'shift' | 'no-shift-told' | 'too-short';
}

/**
 * Run chart: does a series stay on one side of its median for longer, or cross it less often, than chance lets expect? The limits grow with the length, so
 * that about one chance series in twenty is called a shift, however long.
 *
 * Reference: J. Anhøj and A. V. Olesen, “Run charts revisited”, PLoS ONE 9 (2014): longest run above round(log₂ n + 3), or crossings below
 * the 5 % quantile of the binomial of n − 1 and ½.
 *
 * @param values in the order of time
 * @param centre default: their median
 * @throws RangeError without values
 *
 * @example
 * ```ts
 * import { runChart } from '@collegial/statistics';
 *
 * runChart([1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9]).finding; // 'shift': the line is crossed once
 * ```
 */
export function runChart(
  values: readonly number[],
  centre: number = quantile(requireValues(values), 0.5),
): RunChart {
  const sides = values.filter((value) => value !== centre).map((value) => value > centre);
  let longestRun = 0;
  let run = 0;
  let crossings = 0;
  sides.forEach((side, index) => {
    const crossed = index > 0 && side !== sides[index - 1];
    if (crossed) crossings += 1;
    run = crossed ? 1 : run + 1;
    longestRun = Math.max(longestRun, run);
  });
  const useful = sides.length;
  const longestExpected = useful === 0 ? 0 : Math.round(Math.log2(useful) + 3);
  const fewestExpected = useful < 2 ? 0 : binomialQuantile(0.05, useful - 1, 0.5);
  const shift = longestRun > longestExpected || crossings < fewestExpected;
  const finding = useful < fewestUseful ? 'too-short' : shift ? 'shift' : 'no-shift-told';
  return { centre, useful, longestRun, longestExpected, crossings, fewestExpected, finding };
}

function requireValues(values: readonly number[]): readonly number[] {
  requireThat(values.length > 0 && values.every(Number.isFinite), 'A run chart needs finite values.');
  return values;
}
