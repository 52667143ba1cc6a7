import { type Interval, type IntervalOptions, upperProbability } from '../intervals/interval.ts';
import { requireThat } from '../require-that.ts';
import { seededRandom } from '../resampling/seeded-random.ts';
import { quantile } from '../spread/quantile.ts';
import { compensatedSum } from '../sums/compensated-sum.ts';

/** The figure of a school at two times, with its standard errors. */
export interface StartAndEnd {
  readonly start: number;
  readonly end: number;
  /** Standard error of the start: how far it may be off because other students might have been there. */
  readonly startError: number;
  readonly endError: number;
}

/** Options of {@link changeOnStart}. */
export interface ChangeOnStartOptions extends IntervalOptions {
  /** Resamples of schools for the intervals. Default 1,000. */
  readonly resamples?: number;
  /** Seed: the same schools and seed give the same intervals, in any order. Default 1. */
  readonly seed?: number;
}

/** Whether schools that began higher rose more. */
export interface ChangeOnStart {
  readonly schools: number;
  /**
   * Slope of change on start without correction: too low, since a school that began high by luck falls back. Never to be shown alone.
   */
  readonly uncorrected: number;
  /** Share of the variance of the start that is not error; `null` where schools did not differ. At or below 0 nothing can be said. */
  readonly reliability: number | null;
  /**
   * Slope of true change on true start (Blomqvist). Above 0: schools moved apart; below 0: together. `null` where the start is all error, or
   * too much so in the resamples for an interval.
   */
  readonly slope: number | null;
  readonly interval: Interval | null;
  /**
   * Slope of true change on the mean of true start and end (Oldham): above 0 exactly when the schools' spread grew. Start and end count
   * alike in it.
   */
  readonly oldham: number | null;
  readonly oldhamInterval: Interval | null;
  /** True spread at the end over true spread at the start, as standard deviations; `null` where either is all error. */
  readonly spreadRatio: number | null;
}

/**
 * Slope of schools' change on where they began, with regression to the mean taken out by the known errors of their figures. A plain regression finds that low schools rise
 * and high ones fall even when nothing changed, because part of every figure is luck that does not come twice: with a reliability of 0.7 its slope is −0.3. Of errors that start and end share (the
 * same students in both) it would take out too much: give errors of figures about different students.
 *
 * Blomqvist: (b + 1 − λ) ÷ λ, b being the plain slope and λ the reliability of the start, here 1 − mean squared error ÷ variance. Intervals by resampling schools,
 * with the reliability worked out anew each time.
 *
 * Reference: N. Blomqvist, “On the relation between change and initial value”, Journal of the American Statistical Association 72 (1977); P. D. Oldham,
 * “A note on the analysis of repeated measurements of the same subjects”, Journal of Chronic Diseases 15 (1962).
 *
 * @returns `null` below three schools
 * @throws RangeError for values that are not finite, or negative errors
 */
export function changeOnStart(
  schools: readonly StartAndEnd[],
  { resamples = 1000, seed = 1, ...options }: ChangeOnStartOptions = {},
): ChangeOnStart | null {
  const upper = upperProbability(options);
  for (const school of schools)
    requireThat(
      Object.values(school).every(Number.isFinite) && school.startError >= 0 && school.endError >= 0,
      'Starts, ends and their errors must be finite, errors not negative.',
    );
  if (schools.length < 3) return null;
  const sorted = [...schools].sort(
    (a, b) => a.start - b.start || a.end - b.end || a.startError - b.startError || a.endError - b.endError,
  );
  const found = slopesOf(sorted);
  const random = seededRandom(seed);
  const drawn = Array.from({ length: resamples }, () =>
    slopesOf(sorted.map(() => sorted[Math.floor(random() * sorted.length)]!)),
  );
  const intervalOf = (of: (slopes: ReturnType<typeof slopesOf>) => number | null): Interval | null => {
    const values = drawn.flatMap((slopes) => of(slopes) ?? []);
    // where many resamples know nothing, those that are left are no picture of the rest
    if (of(found) === null || values.length < 0.98 * resamples || values.length === 0) return null;
    return { lower: quantile(values, 1 - upper), upper: quantile(values, upper) };
  };
  return {
    schools: sorted.length,
    uncorrected: found.uncorrected ?? 0,
    reliability: found.reliability,
    slope: found.slope,
    interval: intervalOf(({ slope }) => slope),
    oldham: found.oldham,
    oldhamInterval: intervalOf(({ oldham }) => oldham),
    spreadRatio: found.spreadRatio,
  };
}

function slopesOf(schools: readonly StartAndEnd[]) {
  const count = schools.length;
  const [firstStart, firstEnd] = [schools[0]!.start, schools[0]!.end];
  const mean = (of: (school: StartAndEnd) => number) =>
    compensatedSum(count, (index) => of(schools[index]!)) / count;
  // distances from the first school, so that an offset does not eat their digits
  const [startMean, endMean] = [mean(({ start }) => start - firstStart), mean(({ end }) => end - firstEnd)];
  const moment = (of: (start: number, end: number) => number) =>
    (mean(({ start, end }) => of(start - firstStart - startMean, end - firstEnd - endMean)) * count) /
    (count - 1);
  const [start, end, both] = [moment((a) => a * a), moment((_, b) => b * b), moment((a, b) => a * b)];
  const trueStart = start - mean(({ startError }) => startError ** 2);
  const trueEnd = end - mean(({ endError }) => endError ** 2);
  const middle = trueStart + trueEnd + 2 * both;
  return {
    uncorrected: start > 0 ? both / start - 1 : null,
    reliability: start > 0 ? trueStart / start : null,
    // (b + 1 − λ) / λ with b = both / start − 1 and λ = trueStart / start
    slope: trueStart > 0 ? both / trueStart - 1 : null,
    oldham: middle > 0 && trueStart + trueEnd > 0 ? (2 * (trueEnd - trueStart)) / middle : null,
    spreadRatio: trueStart > 0 && trueEnd > 0 ? Math.sqrt(trueEnd / trueStart) : null,
  };
}
