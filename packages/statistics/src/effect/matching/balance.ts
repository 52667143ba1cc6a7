import { requireThat } from '../../require-that.ts';
import type { Match, Matchable } from './match-nearest.ts';

/** How like each other two sets of schools are in one feature. */
export interface Balance {
  readonly feature: string;
  /** Mean of the schools that were matched. */
  readonly schools: number;
  /** Mean of all candidates, and of their matches, each as often as it is used. */
  readonly candidates: number;
  readonly matched: number;
  /**
   * Difference of the means in standard deviations, before and after matching; the standard deviation is the same for both: the root of the mean of the
   * two variances before matching. `null` where neither set varies. Below 0.1 is good, above 0.25 is not.
   */
  readonly differenceBefore: number | null;
  readonly differenceAfter: number | null;
}

/** What {@link balanceOf} takes. */
export interface BalanceOptions {
  readonly names: readonly string[];
  readonly schools: readonly Matchable[];
  readonly candidates: readonly Matchable[];
  readonly matches: readonly Match[];
}

/**
 * The balance table of a matching: standardised mean differences before and after. Before counts every school, after those that found a match.
 *
 * Reference: E. A. Stuart, Statistical Science 25 (2010); P. C. Austin, Statistics in Medicine 28 (2009).
 *
 * @throws RangeError when there are no schools or candidates, or names and features differ in number
 */
export function balanceOf({ names, schools, candidates, matches }: BalanceOptions): Balance[] {
  requireThat(schools.length > 0 && candidates.length > 0, 'A balance table needs schools and candidates.');
  requireThat(
    [...schools, ...candidates].every(({ features }) => features.length === names.length),
    'Every feature needs a name.',
  );
  const features = new Map([...schools, ...candidates].map(({ school, features: own }) => [school, own]));
  const found = matches.filter(({ partners }) => partners.length > 0);
  return names.map((feature, index) => {
    const of = (school: string) => features.get(school)![index]!;
    const own = moments(schools.map(({ school }) => of(school)));
    const pool = moments(candidates.map(({ school }) => of(school)));
    const after = moments(found.map(({ school }) => of(school)));
    const matched = moments(
      found.map(({ partners }) => moments(partners.map(({ school }) => of(school))).mean),
    );
    const deviation = Math.sqrt((own.variance + pool.variance) / 2);
    const standardised = (difference: number) => (deviation > 0 ? difference / deviation : null);
    return {
      feature,
      schools: after.mean,
      candidates: pool.mean,
      matched: matched.mean,
      differenceBefore: standardised(own.mean - pool.mean),
      differenceAfter: found.length === 0 ? null : standardised(after.mean - matched.mean),
    };
  });
}

function moments(values: readonly number[]): { mean: number; variance: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const centre = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return { mean: centre, variance: sorted.length > 1 ? squares / (sorted.length - 1) : 0 };
}
