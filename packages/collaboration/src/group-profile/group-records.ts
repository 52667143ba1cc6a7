import type { AcademicYear, GroupRole, Participation } from '@collegial/model';
import type { Tie } from '../ties/tie.ts';

/** Days between which something lasted, `YYYY-MM-DD`; `null`: from or to an unknown day. */
interface Lasting {
  readonly from: string | null;
  readonly to: string | null;
}

/** Somebody with a role for the group, in the years up to the one asked for. */
export interface RoleRecord extends Lasting {
  readonly id: string;
  readonly role: GroupRole['role'];
  /** True when an authority holds the role or sent the person. */
  readonly authority: boolean;
  /** Pseudonym of the person, as in `Tie.person`. */
  readonly person: string | null;
}

/** Money of the group, or of an activity between its schools. */
export interface FundingRecord extends Lasting {
  readonly id: string;
  /** True for money of the group as a whole. */
  readonly ofGroup: boolean;
}

/** A head who left a school, and the last day. */
export interface HeadDeparture {
  readonly school: string;
  readonly on: string;
}

/** An answer to a question of a review, by the group, in the year asked for. */
export interface ReviewAnswer {
  readonly id: string;
  readonly factor: string;
  readonly value: number;
  readonly on: string;
}

/** Someone from outside in an activity of the group's schools. */
export interface OutsidePart {
  readonly activity: string;
  readonly role: Participation['role'];
  /** True for an organisation that is no school of the group. */
  readonly outsider: boolean;
  readonly authority: boolean;
}

/** Attainment of the schools, as far as it is known. */
export interface AttainmentRecord {
  readonly measure: string;
  readonly source: 'published' | 'results';
  readonly academicYear: AcademicYear;
  readonly values: readonly { readonly school: string; readonly value: number }[];
}

/** What is on record about a group besides the evidence of its schools' collaboration. */
export interface GroupRecords {
  readonly roles: readonly RoleRecord[];
  readonly fundings: readonly FundingRecord[];
  readonly headDepartures: readonly HeadDeparture[];
  readonly reviews: readonly ReviewAnswer[];
  readonly outside: readonly OutsidePart[];
  /** Students on roll, by school, where known. */
  readonly roll: ReadonlyMap<string, number>;
  readonly attainment: AttainmentRecord | null;
}

/** Nothing is on record. */
export const noGroupRecords: GroupRecords = {
  roles: [],
  fundings: [],
  headDepartures: [],
  reviews: [],
  outside: [],
  roll: new Map(),
  attainment: null,
};

/** What was seen in one academic year. */
export interface YearOfTies {
  readonly academicYear: AcademicYear;
  /** Schools that took part in the scope, and could be seen, in that year. */
  readonly schools: readonly string[];
  /** Ties of that year alone. */
  readonly ties: readonly Tie[];
  /** False while the year runs: what has not been seen yet may come. */
  readonly complete: boolean;
}
