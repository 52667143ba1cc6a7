/** One grade of a scheme. */
export interface Grade {
  /** The grade as written on the result, for example `A*`, `9`, `4-4`. */
  readonly grade: string;
  /** Other ways in which results write this same grade, for example `D*2` for `L2D*`; absent: none. */
  readonly aliases?: readonly string[];
  /** Position from the lowest (0) upward; equal grades do not exist. */
  readonly rank: number;
  /** Points on the scheme's own scale. */
  readonly points: number;
  /**
   * Points in Attainment 8 from 2016/17 on, per slot filled: on the scale of the 9–1 grades, which differs from `points`
   * where the scheme has an older scale. Absent: the scheme does not count in Attainment 8.
   */
  readonly attainment8Points?: number;
  /** True when this grade counts as a pass of any kind. */
  readonly pass: boolean;
}

/** A dated scheme of grades with points. */
export interface GradeScheme {
  /** Stable id, for example `gcse-9-1`. */
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** What the points mean, for example `Attainment 8 points`. */
  readonly scale: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  /** How many single awards a result counts as: 2 for a double award; absent: 1. */
  readonly size?: number;
  /**
   * `grades`: one of the listed grades. `scaled-score`: a whole number within `range`, its points the number itself.
   */
  readonly form: 'grades' | 'scaled-score';
  /** The grades from lowest to highest; empty for `scaled-score`. */
  readonly grades: readonly Grade[];
  /** Lowest and highest scaled score, both included; only for `scaled-score`. */
  readonly range?: readonly [number, number];
  /**
   * Lowest grade that counts for the stricter threshold (GCSE strong pass 5; key stage 2 higher standard 110 or greater
   * depth), when the scheme has one.
   */
  readonly strongPass?: string;
  /**
   * Lowest grade that counts for the classic threshold (five A*–C; now 9–4; key stage 2 expected standard), when the
   * scheme has one.
   */
  readonly goodPass?: string;
  /** Lowest grade that counts for the second threshold (five A*–G; now 9–1), when the scheme has one. */
  readonly anyPass?: string;
}

/** What {@link defineGradeScheme} takes: a scheme whose grades need no rank, as their order gives it. */
export type GradeSchemeDefinition = Omit<GradeScheme, 'grades'> & {
  /** From lowest to highest. */
  readonly grades: readonly Omit<Grade, 'rank'>[];
};

/**
 * Makes a grade scheme from its grades, listed from lowest to highest.
 *
 * @example
 * ```ts
 * import { defineGradeScheme, gradeOf } from '@collegial/model';
 *
 * const effort = defineGradeScheme({
 *   id: 'example/effort', title: 'Effort', source: 'invented', scale: 'Effort points', form: 'grades',
 *   grades: [
 *     { grade: 'LOW', points: 0, pass: false },
 *     { grade: 'HIGH', points: 10, pass: true },
 *   ],
 * });
 * gradeOf(effort, 'high')?.rank; // 1
 * ```
 */
export function defineGradeScheme(definition: GradeSchemeDefinition): GradeScheme {
  return { ...definition, grades: definition.grades.map((grade, rank) => ({ ...grade, rank })) };
}
