import { studentTProbability } from '../distributions/student-t-probability.ts';
import { studentTQuantile } from '../distributions/student-t-quantile.ts';
import { type Interval, type IntervalOptions, upperProbability } from '../intervals/interval.ts';
import { requireThat } from '../require-that.ts';
import { type DepartmentSums, departmentSums } from './department-sums.ts';
import { type Shrunken, shrinkDepartments } from './shrink-departments.ts';
import { sortEntries } from './sort-entries.ts';
import type { SubjectEntries } from './subject-entries.ts';
import { type SubjectFigures, subjectFigures } from './subject-figures.ts';
import { fitSubjectModel } from './subject-model.ts';

/** Options of {@link subjectResiduals}. */
export interface SubjectResidualOptions extends IntervalOptions {
  /** Below so many students nothing is said about a department, whatever its interval. Default 5, at least 2. */
  readonly fewestStudents?: number;
}

/** What can be said about a department. */
export type DepartmentStanding =
  /** Its students do better here than in their other subjects, more than chance explains. */
  | 'above'
  /** They do worse here. */
  | 'below'
  /** No difference was found; there may be one. */
  | 'not-told-apart'
  /** Fewer students than are needed. */
  | 'too-few-students'
  /** The subject is taught hardly anywhere else: department and subject cannot be told from each other. */
  | 'nothing-to-compare';

/** The relative residual of one department. */
export interface DepartmentResidual
  extends Pick<DepartmentSums, 'department' | 'subject' | 'entries' | 'students' | 'share' | 'sensitivity'> {
  /**
   * How far its results lie above those of the same students in their other subjects, adjusted for how leniently each subject is graded;
   * in the unit of the results. `null` when there is nothing to compare it with.
   */
  readonly residual: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  /** Two-sided probability of a residual so far from 0 if there were no difference; `null` without an interval. */
  readonly probability: number | null;
  readonly standing: DepartmentStanding;
  /**
   * The simple figure of RAISEonline: difference to the same students' other subjects, less the mean such difference of the subject. It
   * takes no account of which other subjects they took.
   */
  readonly simple: number | null;
  /** The residual drawn to 0 as far as it is uncertain; `null` where there is no residual or it cannot be worked out. */
  readonly shrunken: Shrunken | null;
}

/** What {@link subjectResiduals} gives. */
export interface SubjectResiduals {
  /** In the order of their numbers; departments without any result that can be compared are not among them. */
  readonly departments: readonly DepartmentResidual[];
  /** Subjects with a result that can be compared, in the order of their numbers. */
  readonly subjects: readonly SubjectFigures[];
  /**
   * Sets of subjects that no student connects, the largest first. Leniency compares within one only; residuals need nothing
   * beyond their own.
   */
  readonly components: readonly (readonly number[])[];
  readonly counted: { readonly students: number; readonly entries: number };
  /** Students with results in one subject alone, and their results. */
  readonly leftOut: { readonly students: number; readonly entries: number };
  /** Standard deviation of a result around what its student and subject let expect; `null` without degrees of freedom. */
  readonly residualDeviation: number | null;
  /** Standard deviation of the departments' true differences, estimated; `null` when it cannot be. */
  readonly departmentDeviation: number | null;
  /** Largest mean residual of a subject that remains: how exactly the equations were solved. */
  readonly largestImbalance: number;
}

/** Below this sensitivity a department is compared with itself. */
const leastSensitivity = 0.1;

/**
 * Relative subject residual: how the students of each department did against *the same students in their other subjects*, adjusted
 * for how leniently subjects are graded. Students and subjects are estimated together, each student is compared with their other subjects only,
 * and intervals take students as the units that vary, and the subjects' effects as estimated.
 *
 * It is relative: a school whose students do badly in everything has no department below, and one weak department makes the others
 * look better. For few departments of a subject see `sensitivity`.
 *
 * References: A. Kelly, “A study of the comparability of external examinations in different subjects”, Research in Education 16 (1976);
 * R. Coe, “Comparability of GCSE examinations in different subjects: an application of the Rasch model”, Oxford Review of Education 34
 * (2008), for what it cannot show; variance by K.-Y. Liang and S. L. Zeger (1986).
 *
 * @throws RangeError when columns differ in length, a number is not whole or a value not finite, or above 4,000 subjects
 *
 * @example
 * ```ts
 * import { subjectResiduals } from '@collegial/statistics';
 *
 * // three students in two subjects, subject 1 taught by two departments
 * const { departments } = subjectResiduals({
 *   students: [0, 0, 1, 1, 2, 2],
 *   subjects: [0, 1, 0, 1, 0, 1],
 *   departments: [0, 1, 0, 1, 0, 2],
 *   values: [5, 6, 4, 5, 6, 5],
 * });
 * departments.map(({ residual }) => residual?.toFixed(2)); // [undefined, '0.67', '-1.33']
 * ```
 */
export function subjectResiduals(
  entries: SubjectEntries,
  { fewestStudents = 5, ...options }: SubjectResidualOptions = {},
): SubjectResiduals {
  requireThat(
    Number.isInteger(fewestStudents) && fewestStudents >= 2,
    'The fewest students must be a whole number from 2 on.',
  );
  const upper = upperProbability(options);
  const sorted = sortEntries(entries);
  const model = fitSubjectModel(sorted);
  const sums = departmentSums(model);
  const { deviation, shrunken } = shrinkDepartments(
    sums.map((department) => ({ ...department, usable: department.sensitivity >= leastSensitivity })),
    model.residualDeviation,
    upper,
  );
  const quantiles = new Map<number, number>();
  const quantileFor = (degrees: number) => {
    const known = quantiles.get(degrees) ?? studentTQuantile(upper, degrees);
    quantiles.set(degrees, known);
    return known;
  };
  const departments = sums.map((department, index) =>
    conclude(department, { shrunken: shrunken[index]!, fewestStudents, quantileFor }),
  );
  return {
    departments,
    ...subjectFigures(model),
    counted: { students: sorted.starts.length - 1, entries: sorted.values.length },
    leftOut: sorted.leftOut,
    residualDeviation: model.residualDeviation,
    departmentDeviation: deviation,
    largestImbalance: model.largestImbalance,
  };
}

interface ConclusionOptions {
  readonly shrunken: Shrunken | null;
  readonly fewestStudents: number;
  /** Quantile of Student's t: departments share a few hundred degrees of freedom. */
  quantileFor(degrees: number): number;
}

function conclude(
  sums: DepartmentSums,
  { shrunken, fewestStudents, quantileFor }: ConclusionOptions,
): DepartmentResidual {
  const { department, subject, entries, students, share, sensitivity, residual, simple, variance } = sums;
  const base = { department, subject, entries, students, share, sensitivity };
  if (sensitivity < leastSensitivity)
    return {
      ...base,
      residual: null,
      standardError: null,
      interval: null,
      probability: null,
      standing: 'nothing-to-compare',
      simple: null,
      shrunken: null,
    };
  const standardError = variance === null || variance === 0 ? null : Math.sqrt(variance);
  const half = standardError === null ? null : quantileFor(students - 1) * standardError;
  const interval = half === null ? null : { lower: residual - half, upper: residual + half };
  const probability =
    standardError === null
      ? null
      : 2 * studentTProbability(-Math.abs(residual / standardError), students - 1);
  return {
    ...base,
    residual,
    standardError,
    interval,
    probability,
    standing: standingOf(interval, students < fewestStudents),
    simple,
    shrunken,
  };
}

function standingOf(interval: Interval | null, few: boolean): DepartmentStanding {
  if (few) return 'too-few-students';
  if (interval === null) return 'not-told-apart';
  if (interval.lower > 0) return 'above';
  return interval.upper < 0 ? 'below' : 'not-told-apart';
}
