import { fQuantile } from '../distributions/f-quantile.ts';
import { type Interval, type IntervalOptions, upperProbability } from '../intervals/interval.ts';
import { requireThat } from '../require-that.ts';
import { compensatedSum } from '../sums/compensated-sum.ts';
import type { SchoolMoments } from './school-moments.ts';

/** How the variance between students divides. */
export interface VarianceShare {
  /** Share of the variance between students that lies between schools: the intraclass correlation, at least 0. */
  readonly share: number;
  /** `null` where there is no variance within schools to compare with, or but one school. */
  readonly interval: Interval | null;
  /** Variance between the means of schools, without what chance adds to it; below 0 where they differ less than by chance. */
  readonly between: number;
  /** Variance between the students of a school. */
  readonly within: number;
}

/**
 * The share of the variance between students that lies between their schools, by the one-way analysis of variance; “about 10 %”, says chapter 11 (B16).
 * What students' sampling adds to the spread of school means is taken off, so that small schools do not make it larger.
 *
 * The interval is that of Thomas and Hultquist for schools of different size, with the harmonic mean; for schools of one size it is the exact one. With
 * covariates, or for shrunken estimates of each school, use the multilevel model: the share is then its intraclass correlation.
 *
 * Reference: A. Donner, “A review of inference procedures for the intraclass correlation coefficient in the one-way random effects model”, International
 * Statistical Review 54 (1986); J. D. Thomas and R. A. Hultquist, “Interval estimation for the unbalanced case of the one-way random effects
 * model”, Annals of Statistics 6 (1978).
 *
 * @param schools moments of each; those of no students are left out
 * @returns `null` below two schools, or when no school has two students
 *
 * @example
 * ```ts
 * import { schoolMoments, varianceShare } from '@collegial/statistics';
 *
 * const schools = [[4, 6], [5, 7], [8, 10]].map(schoolMoments);
 * varianceShare(schools)?.share.toFixed(3); // '0.625'
 * ```
 */
export function varianceShare(
  schools: readonly SchoolMoments[],
  options: IntervalOptions = {},
): VarianceShare | null {
  const upper = upperProbability(options);
  requireThat(
    schools.every(({ students, squares }) => students >= 0 && squares >= 0),
    'Numbers of students and squares must not be negative.',
  );
  const counted = schools
    .filter(({ students }) => students > 0)
    .sort((a, b) => a.mean - b.mean || a.students - b.students || a.squares - b.squares);
  const sum = (of: (school: SchoolMoments) => number) =>
    compensatedSum(counted.length, (index) => of(counted[index]!));
  const students = sum((school) => school.students);
  const groups = counted.length;
  if (groups < 2 || students <= groups) return null;
  // means from here on are distances from one of them, so that an offset does not eat their digits
  const origin = counted[0]!.mean;
  const mean = sum((school) => school.students * (school.mean - origin)) / students;
  const betweenMean = sum((school) => school.students * (school.mean - origin - mean) ** 2) / (groups - 1);
  const within = sum((school) => school.squares) / (students - groups);
  const size = (students - sum((school) => school.students ** 2) / students) / (groups - 1);
  const between = (betweenMean - within) / size;
  const total = between + within;
  return {
    share: between <= 0 || total <= 0 ? 0 : between / total,
    interval: within > 0 ? shareInterval() : null,
    between,
    within,
  };

  function shareInterval(): Interval {
    const harmonic = groups / sum((school) => 1 / school.students);
    const plain = sum((school) => school.mean - origin) / groups;
    const ratio = (harmonic * sum((school) => (school.mean - origin - plain) ** 2)) / (groups - 1) / within;
    const at = (probability: number) => {
      const found = ratio / fQuantile(probability, groups - 1, students - groups);
      return Math.max(0, (found - 1) / (found + harmonic - 1));
    };
    return { lower: at(upper), upper: at(1 - upper) };
  }
}
