import { normalQuantile } from '../distributions/normal-quantile.ts';
import { studentTProbability } from '../distributions/student-t-probability.ts';
import { studentTQuantile } from '../distributions/student-t-quantile.ts';
import { type Interval, type IntervalOptions, upperProbability } from '../intervals/interval.ts';
import { requireThat } from '../require-that.ts';
import { seededRandom } from '../resampling/seeded-random.ts';
import { quantile } from '../spread/quantile.ts';

/** Options of {@link compareWithNeighbours}. */
export interface NeighbourComparisonOptions extends IntervalOptions {
  /** Standard error of the school's own figure; `null` (default): not known. */
  readonly standardError?: number | null;
  /** What the neighbours are summed up by. `median` has bootstrap intervals. Default `mean`. */
  readonly centre?: 'mean' | 'median';
  /** Resamples of the bootstrap. Default 2,000. */
  readonly resamples?: number;
  /** Seed of the bootstrap. Default 1. */
  readonly seed?: number;
}

/** What {@link compareWithNeighbours} gives. */
export interface NeighbourComparison {
  /** Neighbours with a figure. */
  readonly neighbours: number;
  /** Mean or median of their figures. */
  readonly centre: number;
  /** Standard deviation of their figures, chance included. */
  readonly deviation: number;
  /** Figure less centre. */
  readonly difference: number;
  /** Interval of the difference: chance in the school's own figure and in the centre. Without the own error it is `null`. */
  readonly interval: Interval | null;
  /** Where a school like these would lie: a new one among them, by the spread of their figures. */
  readonly usual: Interval;
  /** Two-sided probability of so far a figure for a school like these. */
  readonly probability: number;
  readonly standing: /** Outside of what is usual among similar schools. */
    | 'unusually-high'
    | 'unusually-low'
    /** Inside of it, though it differs from their centre by more than chance. */
    | 'above-centre'
    | 'below-centre'
    /** Not told from the centre. */
    | 'not-told-apart';
}

/**
 * Compares a school's figure with those of its neighbours. Two questions that are often confused: does it differ from their mean by more than chance
 * (`interval`), and does it lie outside of where schools like these lie (`usual`)? A large school nearly always differs from a mean; that is not
 * unusual. There is no rank: its error would be most of the list.
 *
 * Reference: Student's t for the mean and for one more value (G. J. Hahn and W. Q. Meeker, *Statistical Intervals*, 1991); percentile bootstrap for the median.
 *
 * @param value of the school
 * @param neighbours their figures
 * @throws RangeError with fewer than three neighbours, numbers that are not finite or a negative error
 *
 * @example
 * ```ts
 * import { compareWithNeighbours } from '@collegial/statistics';
 *
 * compareWithNeighbours(52, [44, 46, 47, 49, 45, 48], { standardError: 1.5 }).standing; // 'above-centre'
 * ```
 */
export function compareWithNeighbours(
  value: number,
  neighbours: readonly number[],
  options: NeighbourComparisonOptions = {},
): NeighbourComparison {
  const { standardError = null, centre: by = 'mean' } = options;
  const upper = upperProbability(options);
  requireThat(neighbours.length >= 3, 'A comparison needs at least three neighbours.');
  requireThat([value, ...neighbours].every(Number.isFinite), 'Every figure must be a finite number.');
  requireThat(
    standardError === null || (standardError >= 0 && Number.isFinite(standardError)),
    'A standard error must not be negative.',
  );
  const figures = [...neighbours].sort((a, b) => a - b);
  const size = figures.length;
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / size;
  const deviation = Math.sqrt(figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0) / (size - 1));
  const centre = by === 'mean' ? mean : quantile(figures, 0.5);
  const difference = value - centre;

  const alone = deviation * Math.sqrt(1 + 1 / size);
  const half = studentTQuantile(upper, size - 1) * alone;
  const usual = { lower: mean - half, upper: mean + half };
  const away = Math.abs(value - mean);
  const probability = alone === 0 ? (away === 0 ? 1 : 0) : 2 * studentTProbability(-away / alone, size - 1);
  const interval =
    standardError === null
      ? null
      : by === 'mean'
        ? meanDifference(difference, { standardError, error: deviation / Math.sqrt(size), size, upper })
        : medianDifference(value, figures, { ...options, standardError, upper });
  return {
    neighbours: size,
    centre,
    deviation,
    difference,
    interval,
    usual,
    probability,
    standing: standingOf(value, usual, interval),
  };
}

function standingOf(
  value: number,
  usual: Interval,
  interval: Interval | null,
): NeighbourComparison['standing'] {
  // A figure that chance alone may have put outside is not called unusual.
  const told = interval === null || interval.lower > 0 || interval.upper < 0;
  if (told && value > usual.upper) return 'unusually-high';
  if (told && value < usual.lower) return 'unusually-low';
  if (interval !== null && interval.lower > 0) return 'above-centre';
  return interval !== null && interval.upper < 0 ? 'below-centre' : 'not-told-apart';
}

/** Welch's interval: the own error is taken as known well, the neighbours' has their degrees of freedom. */
function meanDifference(
  difference: number,
  {
    standardError,
    error,
    size,
    upper,
  }: { standardError: number; error: number; size: number; upper: number },
): Interval {
  const both = Math.hypot(standardError, error);
  if (error === 0 || both === 0) {
    const half = normalQuantile(upper) * both;
    return { lower: difference - half, upper: difference + half };
  }
  const half = studentTQuantile(upper, (size - 1) * (both / error) ** 4) * both;
  return { lower: difference - half, upper: difference + half };
}

function medianDifference(
  value: number,
  figures: readonly number[],
  {
    standardError,
    upper,
    resamples = 2000,
    seed = 1,
  }: NeighbourComparisonOptions & { standardError: number; upper: number },
): Interval {
  const random = seededRandom(seed);
  const found = Array.from({ length: resamples }, () => {
    const own = value + standardError * normalQuantile(random() * (1 - 2 ** -32) + 2 ** -33);
    return (
      own -
      quantile(
        figures.map(() => figures[Math.floor(random() * figures.length)]!),
        0.5,
      )
    );
  });
  return { lower: quantile(found, 1 - upper), upper: quantile(found, upper) };
}
