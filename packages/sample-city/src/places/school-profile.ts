/** Short name of a school in the story: group and number, for example `A4`. */
export type SchoolKey = string;

/** Letter of a group of schools. */
export type GroupLetter = 'A' | 'B' | 'C' | 'D';

/** What a school is like before the story starts. */
export interface SchoolProfile {
  readonly key: SchoolKey;
  readonly name: string;
  /** Kind of establishment in the words of England's register. */
  readonly type: string;
  /** Size relative to the others. */
  readonly weight: number;
  /** Share of students who are disadvantaged, 0–1. */
  readonly disadvantage: number;
  /** Mean prior attainment of its intake, in standard deviations of the city. */
  readonly intake: number;
  /** What the school adds to every grade in the first year, in GCSE grades. */
  readonly effect: number;
  /** Share of students who join or leave within a year, 0–1. */
  readonly mobility: number;
  /** Shift of the odds of absence on the logit scale. */
  readonly absence: number;
  /** Share of students of minority ethnic groups, 0–1. */
  readonly diversity: number;
  /** Overall effectiveness at the last inspection before the grades ended, 1 the best. */
  readonly overallGrade: 1 | 2 | 3 | 4;
}
