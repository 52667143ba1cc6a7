import { normalQuantile } from '../../distributions/normal-quantile.ts';
import { type Interval, upperProbability } from '../../intervals/interval.ts';
import { requireThat } from '../../require-that.ts';
import { largestGain } from './largest-gain.ts';
import { gainsByChance, gainsByShuffling } from './null-gains.ts';
import { type Segment, segmentSeries } from './segment-series.ts';

/** Options of {@link changePoints}. */
export interface ChangePointOptions {
  /**
   * Standard error of each value. With them the question is whether the values differ by more than these errors; without, whether
   * their order does, which takes eight values or more.
   */
  readonly errors?: readonly number[];
  /** Fewest values of a stretch. Default 2. */
  readonly minimumLength?: number;
  /** Confidence with which a first change is claimed. Default 0.95. */
  readonly confidence?: number;
  /** Random draws where not all orders can be gone through. Default 4,999. */
  readonly draws?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** A level with its interval. */
export interface LevelSegment extends Segment {
  /** Of the level; `null` where no errors were given. It takes the change as known, and so is somewhat too narrow. */
  readonly interval: Interval | null;
}

/** What {@link changePoints} gives. */
export interface ChangePoints {
  readonly finding: 'change' | 'no-change-told' | 'too-short';
  /** One stretch, or those that the changes divide. */
  readonly segments: readonly LevelSegment[];
  /** Probability of a change as clear as the clearest one if there were none, wherever in the series; `null` when too short. */
  readonly probability: number | null;
  /** What one change had to take off the sum of squares; `null` when too short. */
  readonly penalty: number | null;
  /** Smallest probability that this series could show; above 1 − confidence it is too short to tell. `null` with errors. */
  readonly leastProbability: number | null;
}

/**
 * Did the level of a short yearly series change, and after which year? First it is asked whether there is any change: the clearest one, over all years
 * it could have been in, is held against what chance gives – all orders of the same values, or draws from the errors. Only then is the series divided by exact
 * optimal partitioning, where each change must take off as much as chance takes off once in twenty. Without errors seven values can never tell.
 *
 * A steady trend is a change too, of another kind: look at `mannKendall` beside it.
 *
 * References: as `segmentSeries`; permutation by E. J. G. Pitman (1937); choice of penalty ours, see the guide.
 *
 * @param values in the order of time
 * @throws RangeError with values or errors that make no sense
 *
 * @example
 * ```ts
 * import { changePoints } from '@collegial/statistics';
 *
 * changePoints([41, 40, 42, 41, 49, 50, 48, 49]).segments.map(({ from }) => from); // [0, 4]
 * changePoints([41, 40, 49, 50]).finding; // 'too-short'
 * ```
 */
export function changePoints(values: readonly number[], options: ChangePointOptions = {}): ChangePoints {
  const { errors, minimumLength = 2, draws = 4999, seed = 1 } = options;
  const upper = upperProbability(options);
  const error = 2 * (1 - upper);
  requireThat(values.every(Number.isFinite), 'Every value must be a finite number.');
  requireThat(Number.isInteger(draws) && draws >= 99, 'At least 99 draws are needed.');
  requireThat(
    errors === undefined ||
      (errors.length === values.length && errors.every((e) => e > 0 && Number.isFinite(e))),
    'Every value must have an error above 0.',
  );
  const weights = errors?.map((e) => e ** -2) ?? values.map(() => 1);
  const segmentsAt = (penalty: number) =>
    segmentSeries(values, { penalty, minimumLength, weights }).segments.map((segment) => ({
      ...segment,
      interval: errors === undefined ? null : levelInterval(segment, weights, upper),
    }));
  const tooShort = (leastProbability: number | null): ChangePoints => ({
    finding: 'too-short',
    segments: segmentsAt(Number.POSITIVE_INFINITY),
    probability: null,
    penalty: null,
    leastProbability,
  });
  if (values.length < 2 * minimumLength) return tooShort(null);
  const leastProbability = errors === undefined ? leastOfShuffling(values, minimumLength) : null;
  if (leastProbability !== null && leastProbability > error) return tooShort(leastProbability);

  const gain = largestGain(values, weights, minimumLength);
  const { exact, gains } =
    errors === undefined
      ? gainsByShuffling(values, { minimumLength, draws, seed })
      : { exact: false, gains: gainsByChance(errors, { minimumLength, draws, seed }) };
  const reached = gains.reduce(
    (count, other) => count + (other >= gain - 1e-9 * Math.max(1, gain) ? 1 : 0),
    0,
  );
  const probability = exact ? reached / gains.length : (reached + 1) / (gains.length + 1);
  const sorted = gains.sort();
  const penalty = sorted[Math.min(sorted.length - 1, Math.ceil((1 - error) * sorted.length))]!;
  const found = probability <= error;
  return {
    finding: found ? 'change' : 'no-change-told',
    segments: segmentsAt(found ? Math.min(penalty, gain * (1 - 1e-9)) : Number.POSITIVE_INFINITY),
    probability,
    penalty,
    leastProbability,
  };
}

function levelInterval({ from, to, level }: Segment, weights: readonly number[], upper: number): Interval {
  const weight = weights.slice(from, to + 1).reduce((sum, each) => sum + each, 0);
  const half = normalQuantile(upper) / Math.sqrt(weight);
  return { lower: level - half, upper: level + half };
}

/**
 * The least probability that an order of these values can have: two orders – up and down – times those within the stretches, over all orders, for the
 * most even division. Ties leave fewer different orders, which counts the same for both.
 */
function leastOfShuffling({ length }: readonly number[], minimumLength: number): number {
  const half = Math.floor(length / 2);
  if (half < minimumLength) return 1;
  let choose = 1;
  for (let step = 1; step <= half; step += 1) choose = (choose * (length - half + step)) / step;
  return Math.min(1, 2 / choose);
}
