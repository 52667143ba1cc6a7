import { normalQuantile } from './normal-quantile.ts';
import type { Random } from './random.ts';

/**
 * Standard normal values for a cohort, one from each of `count` equally likely strata, in random order. A small cohort
 * then looks like its school and not like the luck of the draw, so that a planted trend shows in a city of 2,000.
 */
export function stratifiedNormals(random: Random, count: number): number[] {
  const values = Array.from({ length: count }, (_, index) =>
    normalQuantile((index + 0.05 + 0.9 * random.next()) / count),
  );
  return random.shuffle(values);
}

/** `count` flags in random order of which a share is true; the remainder is rounded by chance. */
export function stratifiedFlags(random: Random, count: number, share: number): boolean[] {
  const marked = Math.floor(count * share + random.next());
  return random.shuffle(Array.from({ length: count }, (_, index) => index < marked));
}

/** Splits a total in proportion to weights, by largest remainder, so that the parts add up to it. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((before, weight) => before + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const missing = total - parts.reduce((before, part) => before + part, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((left, right) => right.remainder - left.remainder || left.index - right.index);
  for (const { index } of byRemainder.slice(0, missing)) parts[index]!++;
  return parts;
}
