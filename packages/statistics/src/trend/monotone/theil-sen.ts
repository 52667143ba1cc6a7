import { normalQuantile } from '../../distributions/normal-quantile.ts';
import { type Interval, type IntervalOptions, upperProbability } from '../../intervals/interval.ts';
import { requireThat } from '../../require-that.ts';
import { quantile } from '../../spread/quantile.ts';
import { inversionDistribution } from './inversion-distribution.ts';

const mostForExact = 50;

/** What {@link theilSen} gives. */
export interface TheilSen {
  /** Median change for each unit of time. */
  readonly slope: number;
  /** Median of value − slope × time. */
  readonly intercept: number;
  /** Interval of the slope; `null` when there are too few values for this confidence. */
  readonly interval: Interval | null;
  /** Confidence that the interval really has, at least the one asked for up to 50 values; `null` without one. */
  readonly confidence: number | null;
}

/**
 * Slope of a short series as the median of the slopes between all pairs of times, which one odd year does not move, with the interval
 * that the Mann–Kendall test implies: exact and so wider than asked for with few values, none at 95 % below five. Gaps between times are allowed.
 *
 * References: H. Theil (1950); P. K. Sen, “Estimates of the regression coefficient based on Kendall's tau”, JASA 63 (1968); M. Hollander and D. A. Wolfe,
 * *Nonparametric Statistical Methods*, 9.2–9.3.
 *
 * @param times each once, such as years
 * @param values one for each time
 * @throws RangeError with fewer than two values, times that repeat or numbers that are not finite
 *
 * @example
 * ```ts
 * import { theilSen } from '@collegial/statistics';
 *
 * theilSen([2019, 2020, 2021, 2022, 2023], [41, 43, 44, 47, 48]).interval; // { lower: 1, upper: 3 }
 * ```
 */
export function theilSen(
  times: readonly number[],
  values: readonly number[],
  options: IntervalOptions = {},
): TheilSen {
  const upper = upperProbability(options);
  requireThat(
    times.length === values.length && times.length >= 2,
    'A slope needs two values or more, each with a time.',
  );
  requireThat([...times, ...values].every(Number.isFinite), 'Every time and value must be a finite number.');
  requireThat(new Set(times).size === times.length, 'Every time must be there once.');
  const slopes: number[] = [];
  for (let one = 0; one < times.length; one += 1)
    for (let other = one + 1; other < times.length; other += 1)
      slopes.push((values[other]! - values[one]!) / (times[other]! - times[one]!));
  slopes.sort((a, b) => a - b);
  const slope = quantile(slopes, 0.5);
  const intercept = quantile(
    times.map((time, index) => values[index]! - slope * time),
    0.5,
  );
  const accepted = widestAccepted(times.length, 2 * (1 - upper));
  if (accepted === null) return { slope, intercept, interval: null, confidence: null };
  const { score, confidence } = accepted;
  const lower = slopes[(slopes.length - score) / 2 - 1]!;
  const higher = slopes[(slopes.length + score) / 2]!;
  return { slope, intercept, interval: { lower, upper: higher }, confidence };
}

/** The largest score that the test does not reject, and the confidence that follows; `null` when it never rejects. */
function widestAccepted(size: number, error: number): { score: number; confidence: number } | null {
  const pairs = (size * (size - 1)) / 2;
  if (size > mostForExact) {
    const deviation = Math.sqrt((size * (size - 1) * (2 * size + 5)) / 18);
    const score = Math.ceil(normalQuantile(1 - error / 2) * deviation);
    return { score: score + ((pairs - score) % 2), confidence: 1 - error };
  }
  const distribution = inversionDistribution(Array<number>(size).fill(1));
  let rejected = 0;
  let discordant = 0;
  while (2 * discordant < pairs && rejected + 2 * distribution[discordant]! <= error + 1e-12) {
    rejected += 2 * distribution[discordant]!;
    discordant += 1;
  }
  return discordant === 0 ? null : { score: pairs - 2 * discordant, confidence: 1 - rejected };
}
