import type { DepartmentResidual } from '@collegial/statistics';

/** A school's teaching of a subject, judged by the same students in their other subjects. */
export interface SubjectDepartment
  extends Omit<DepartmentResidual, 'department' | 'subject' | 'probability'> {
  readonly school: string;
  readonly name: string;
  readonly subject: string;
  readonly probability: number | null;
  /** With all departments shown allowed for; `null` where nothing is tested. */
  readonly adjustedProbability: number | null;
  /** Whether it is still told apart then. */
  readonly told: 'above' | 'below' | null;
  /** In a sentence or two: what can be told, and what cannot. */
  readonly words: string;
}
