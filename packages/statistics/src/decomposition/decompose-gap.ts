import { studentTQuantile } from '../distributions/student-t-quantile.ts';
import { type Interval, type IntervalOptions, upperProbability } from '../intervals/interval.ts';
import { requireThat } from '../require-that.ts';
import { compensatedSum } from '../sums/compensated-sum.ts';

/** The students of one of two groups at a school. */
export interface GroupAtSchool {
  readonly students: number;
  /** Mean of their values; not looked at where there are no students. */
  readonly mean: number;
}

/** The two groups at a school. */
export interface GroupsAtSchool {
  /** The group whose gap is meant, for example disadvantaged students. */
  readonly compared: GroupAtSchool;
  /** All others. */
  readonly others: GroupAtSchool;
}

/** A part of a gap, in units of the values. */
export interface GapPart {
  readonly value: number;
  /** From leaving out one school at a time; `null` below two schools. */
  readonly interval: Interval | null;
}

/** A gap taken apart without rest: total = within + between. */
export interface GapDecomposition {
  /** Mean of the others minus mean of the compared. */
  readonly total: GapPart;
  /** What lies inside schools: both groups against the mean of their own school. 0 at a school with one group. */
  readonly within: GapPart;
  /** What lies between schools: the mean of the school of an average other student, minus that of an average compared one. */
  readonly between: GapPart;
  /**
   * The average gap at one and the same school, as a regression with a term for each school finds it. `within` is this × the part of the
   * groups' difference that lies inside schools (1 − eta²). `null` where no school has both groups.
   */
  readonly sameSchool: GapPart | null;
  /** Schools with students of both groups. */
  readonly schoolsWithBoth: number;
}

/**
 * How much of the gap between two groups of students lies within schools, and how much between them. Exact: the two add up to the gap. If every school gave all its students
 * the mean of the school, the between part would be left. It is no measure of what schools cause: students differ before they arrive.
 *
 * With ȳᵢ the mean of school i: between = Σ (oᵢ/O − cᵢ/C) ȳᵢ, within = Σ oᵢ/O (ȳₒᵢ − ȳᵢ) − Σ cᵢ/C (ȳ꜀ᵢ − ȳᵢ) = T/(O C) Σ (oᵢ cᵢ/tᵢ) (ȳₒᵢ − ȳ꜀ᵢ).
 * Intervals by the jackknife over schools, with Student's t: students of a school are not independent.
 *
 * Reference: the within and between parts of a covariance, as in S. W. Raudenbush and A. S. Bryk, *Hierarchical Linear Models* (2002), chapter 5; B. Efron and R. J. Tibshirani, *An
 * Introduction to the Bootstrap* (1993), chapter 11.
 *
 * @returns `null` unless both groups have students
 * @throws RangeError for numbers of students that are negative, or means that are not finite where there are students
 *
 * @example
 * ```ts
 * import { decomposeGap } from '@collegial/statistics';
 *
 * const { total, within, between } = decomposeGap([
 *   { compared: { students: 10, mean: 30 }, others: { students: 30, mean: 40 } },
 *   { compared: { students: 30, mean: 40 }, others: { students: 10, mean: 50 } },
 * ])!;
 * [total.value, within.value, between.value]; // [5, 7.5, -2.5]: the gap of 10 at each school is half hidden between them
 * ```
 */
export function decomposeGap(
  schools: readonly GroupsAtSchool[],
  options: IntervalOptions = {},
): GapDecomposition | null {
  const upper = upperProbability(options);
  for (const group of schools.flatMap(({ compared, others }) => [compared, others]))
    requireThat(
      group.students >= 0 && (group.students === 0 || Number.isFinite(group.mean)),
      'Numbers of students must not be negative, and their means finite.',
    );
  const origin = schools
    .flatMap(({ compared, others }) => [compared, others])
    .find(({ students }) => students > 0);
  if (origin === undefined) return null;
  // distances from one value, so that an offset does not eat their digits; sorted, so that order changes nothing
  const lowest = Math.min(
    ...schools.flatMap(({ compared, others }) =>
      [compared, others].filter(({ students }) => students > 0).map(({ mean }) => mean),
    ),
  );
  const terms = schools.map((school) => termsOf(school, lowest)).sort(byTerms);
  const sums = sumOf(terms);
  const found = partsOf(sums);
  if (found === null) return null;
  const present = terms.filter(({ compared, others }) => compared + others > 0);
  const without = present.map((own) => partsOf(less(sums, own)));
  const part = (of: (parts: Parts) => number | null): GapPart => {
    const value = of(found) as number;
    const left = without.flatMap((parts) => (parts === null ? [] : (of(parts) ?? [])));
    return { value, interval: jackknife(value, left, upper) };
  };
  return {
    total: part(({ total }) => total),
    within: part(({ within }) => within),
    between: part(({ between }) => between),
    sameSchool: found.sameSchool === null ? null : part(({ sameSchool }) => sameSchool),
    schoolsWithBoth: terms.filter(({ pairs }) => pairs > 0).length,
  };
}

/** What a school adds to the sums that the parts are made of. */
interface Terms {
  readonly compared: number;
  readonly others: number;
  /** Students of each group × mean of the school. */
  readonly comparedAtMean: number;
  readonly othersAtMean: number;
  /** cᵢ oᵢ ÷ tᵢ, and that × the gap at the school. */
  readonly pairs: number;
  readonly gaps: number;
}

const names = ['compared', 'others', 'comparedAtMean', 'othersAtMean', 'pairs', 'gaps'] as const;

function termsOf({ compared, others }: GroupsAtSchool, origin: number): Terms {
  const students = compared.students + others.students;
  const above = ({ students: count, mean }: GroupAtSchool) => (count === 0 ? 0 : mean - origin);
  const [low, high] = [above(compared), above(others)];
  const mean = students === 0 ? 0 : (compared.students * low + others.students * high) / students;
  const pairs = students === 0 ? 0 : (compared.students * others.students) / students;
  return {
    compared: compared.students,
    others: others.students,
    comparedAtMean: compared.students * mean,
    othersAtMean: others.students * mean,
    pairs,
    gaps: pairs * (high - low),
  };
}

function byTerms(a: Terms, b: Terms): number {
  for (const name of names) if (a[name] !== b[name]) return a[name] - b[name];
  return 0;
}

function sumOf(terms: readonly Terms[]): Terms {
  return Object.fromEntries(
    names.map((name) => [name, compensatedSum(terms.length, (index) => terms[index]![name])]),
  ) as unknown as Terms;
}

function less(sums: Terms, own: Terms): Terms {
  return Object.fromEntries(names.map((name) => [name, sums[name] - own[name]])) as unknown as Terms;
}

interface Parts {
  readonly total: number;
  readonly within: number;
  readonly between: number;
  readonly sameSchool: number | null;
}

function partsOf({ compared, others, comparedAtMean, othersAtMean, pairs, gaps }: Terms): Parts | null {
  if (compared <= 0 || others <= 0) return null;
  const between = othersAtMean / others - comparedAtMean / compared;
  const within = gaps * (1 / others + 1 / compared);
  return { total: within + between, within, between, sameSchool: pairs > 0 ? gaps / pairs : null };
}

function jackknife(value: number, without: readonly number[], upper: number): Interval | null {
  const count = without.length;
  if (count < 2) return null;
  const mean = without.reduce((sum, one) => sum + one, 0) / count;
  const squares = without.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const half = studentTQuantile(upper, count - 1) * Math.sqrt(((count - 1) / count) * squares);
  return { lower: value - half, upper: value + half };
}
