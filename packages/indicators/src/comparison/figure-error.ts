import type { IndicatorResult } from '@collegial/model';
import { momentVariance, normalQuantile } from '@collegial/statistics';

const scale = 10_000;

/**
 * Standard error of a figure, in its unit: of a mean or a gap from its sums, of any other from the width of its 95 % interval. `null` where there is
 * none.
 */
export function figureError({ state, interval }: IndicatorResult): number | null {
  const squared = ({ units, sum, sumOfSquares }: { units: number; sum: number; sumOfSquares: number }) =>
    units < 2
      ? null
      : momentVariance({ units, sum: sum / scale, sumOfSquares: sumOfSquares / scale }) / units;
  if (state.kind === 'mean') {
    const own = squared(state);
    return own === null ? null : Math.sqrt(own);
  }
  if (state.kind === 'gap') {
    const [compared, others] = [squared(state.compared), squared(state.others)];
    return compared === null || others === null ? null : Math.sqrt(compared + others);
  }
  return interval === null ? null : (interval.upper - interval.lower) / (2 * normalQuantile(0.975));
}

/** Whether a figure can be set beside others: there is one, about enough people, by the definition that is valid, and of enough of those due. */
export function comparable({ value, flags }: IndicatorResult): boolean {
  return value !== null && Number.isFinite(value) && !flags.some((flag) => ruledOut.includes(flag));
}

const ruledOut: readonly string[] = [
  'no-data',
  'few-units',
  'definition-not-valid',
  'suppressed',
  'suppressed-at-source',
];
