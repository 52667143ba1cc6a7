import type { AcademicYear, ActivityKind, LedgerEntry, Process } from '@collegial/model';

/** Natural unit of a flow. */
export type FlowUnit = LedgerEntry['unit'];

/** How a piece of evidence came to be known; what is disputed is no evidence. */
export type Basis = LedgerEntry['basis'];

/** Something that one school gave another. */
export interface Flow {
  readonly provider: string;
  readonly recipient: string;
  readonly unit: FlowUnit;
  /** Whole 1/10 000 of the unit. */
  readonly parts: number;
}

/** What one piece of evidence says about one pair of schools in one academic year. */
export interface Tie {
  /** The two schools, sorted by id. */
  readonly schools: readonly [string, string];
  readonly academicYear: AcademicYear;
  readonly kind: string;
  readonly process: Process;
  /** What moves: only `knowledge` hours count towards K. */
  readonly flow: ActivityKind['flow'];
  readonly basis: Basis;
  /** Weight as a joint event: 1 up to eight schools, then 7/(k − 1); 0 for a standing arrangement or a derived trace. */
  readonly eventWeight: number;
  /** Whether each of the two schools, in their order, brought something to the event. */
  readonly contributed: readonly [boolean, boolean];
  readonly flows: readonly Flow[];
  /** Ids of the records behind it: an activity, or appointments. */
  readonly evidence: readonly string[];
}

/** The two schools in order. */
export function pairOf(one: string, other: string): readonly [string, string] {
  return one < other ? [one, other] : [other, one];
}
