import type { AcademicYear, ActivityKind, LedgerEntry, Process } from '@collegial/model';
import type { Reach } from './reach.ts';

/** Natural unit of a flow. */
export type FlowUnit = LedgerEntry['unit'];

/** How a piece of evidence came to be known; what is disputed is no evidence. */
export type Basis = LedgerEntry['basis'];

/** What saw a piece of evidence: a recorded activity, or a detector that reads records which schools keep anyway. */
export type Trace =
  | 'activity'
  | 'shared-staff'
  | 'staff-move'
  | 'shared-places'
  | 'cross-school-class'
  | 'managed-move'
  | 'joint-structure';

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
  /** First and last day within the year, `YYYY-MM-DD`; the same for what happened on one day. */
  readonly from: string;
  readonly to: string;
  readonly trace: Trace;
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
  /** What it was for, when it had a named aim: occasions with one aim are joint work. */
  readonly aim: string | null;
  /** True for an arrangement seen in records that is joint work while it lasts: a shared post, a shared course. */
  readonly structure: boolean;
  /** Something lasting that came of it. */
  readonly product: string | null;
  /** Group to which the activity is tagged. */
  readonly groupId: string | null;
  readonly fundingId: string | null;
  /** People of the two schools who took part. */
  readonly reach: Reach;
  /** Ids of the records behind it: an activity, or appointments. */
  readonly evidence: readonly string[];
  /** What its kind of activity shows besides a flow: shared responsibility, a new thing, agreed values. Absent: as the model says of the kind. */
  readonly shows?: Pick<ActivityKind, 'shared' | 'makes' | 'agrees'>;
  /** School that recorded the activity; absent or `null` for a derived trace, and where it was somebody else. */
  readonly recordedBy?: string | null;
  /** Pseudonym of the one person it rests on, who is at both schools; absent where it rests on nobody in particular. Never leaves the store. */
  readonly person?: string;
}

/** The two schools in order. */
export function pairOf(one: string, other: string): readonly [string, string] {
  return one < other ? [one, other] : [other, one];
}
