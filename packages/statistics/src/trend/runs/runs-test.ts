import { logGamma } from '../../distributions/log-gamma.ts';
import { requireThat } from '../../require-that.ts';

/** What {@link runsTest} gives. */
export interface RunsTest {
  /** Stretches of values on one side. */
  readonly runs: number;
  /** Runs that a random order has on average. */
  readonly expected: number;
  readonly above: number;
  readonly below: number;
  /** Probability of so few runs or fewer if the order were chance: small when years hang together. */
  readonly fewer: number;
  /** Probability of so many runs or more: small when years alternate. */
  readonly more: number;
  /** Twice the smaller of the two, at most 1. */
  readonly probability: number;
}

/**
 * Wald–Wolfowitz runs test, exact: given how many values lie on either side, is the order of sides what chance gives? For a sequence of sides, such as
 * years above and below a median; leave out those on the line.
 *
 * Reference: A. Wald and J. Wolfowitz, “On a test whether two samples are from the same population”, Annals of Mathematical Statistics 11
 * (1940); tables by F. S. Swed and C. Eisenhart (1943).
 *
 * @param sides true above, false below, in the order of time
 * @throws RangeError unless there is a value on either side
 *
 * @example
 * ```ts
 * import { runsTest } from '@collegial/statistics';
 *
 * runsTest([false, false, false, false, true, true, true, true]).fewer.toFixed(4); // '0.0286': 2 of the 70 orders
 * ```
 */
export function runsTest(sides: readonly boolean[]): RunsTest {
  const above = sides.filter(Boolean).length;
  const below = sides.length - above;
  requireThat(above > 0 && below > 0, 'A test of runs needs values on both sides.');
  const runs = 1 + sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length;
  const all = logChoose(sides.length, above);
  const probabilityOf = (count: number) => {
    const half = Math.floor(count / 2);
    const ways = (one: number, other: number) =>
      Math.exp(logChoose(above - 1, one - 1) + logChoose(below - 1, other - 1) - all);
    return count % 2 === 0 ? 2 * ways(half, half) : ways(half + 1, half) + ways(half, half + 1);
  };
  let fewer = 0;
  let more = 0;
  for (let count = 2; count <= sides.length; count += 1) {
    const probability = probabilityOf(count);
    if (count <= runs) fewer += probability;
    if (count >= runs) more += probability;
  }
  return {
    runs,
    expected: 1 + (2 * above * below) / sides.length,
    above,
    below,
    fewer: Math.min(1, fewer),
    more: Math.min(1, more),
    probability: Math.min(1, 2 * Math.min(fewer, more)),
  };
}

function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
