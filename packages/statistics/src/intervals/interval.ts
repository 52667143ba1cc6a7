/** An interval that covers the true value with the stated confidence. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Options that every interval takes. */
export interface IntervalOptions {
  /** Coverage wanted, between 0 and 1. Default 0.95. */
  readonly confidence?: number;
}

/** Upper probability of a two-sided interval: 0.975 for 95 %. */
export function upperProbability({ confidence = 0.95 }: IntervalOptions): number {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError('The confidence must lie between 0 and 1.');
  return 1 - (1 - confidence) / 2;
}
