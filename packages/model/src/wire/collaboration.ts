/** Ordered levels of a relationship between two schools (B1, ch. 12). */
export type CollaborationLevel =
  | 'no-link-seen'
  | 'association'
  | 'cooperation'
  | 'collaboration'
  | 'collegiality';

/** One line of the contribution ledger: what a school gave to and received from another. */
export interface LedgerEntry {
  readonly provider: string;
  readonly recipient: string;
  /** Academic year as `2023/24`. */
  readonly period: string;
  /** One of the eight processes (B3). */
  readonly process: string;
  /** Natural unit of the amount. */
  readonly unit: 'staff-hours' | 'staff-days' | 'places' | 'pounds' | 'events';
  readonly amount: number;
  /** Seen in MIS data, or recorded by a school. */
  readonly basis: 'derived' | 'confirmed' | 'unconfirmed';
  /** Ids of the evidence behind it. */
  readonly evidence: readonly string[];
}

/** A criterion of a level, met or missing. */
export interface LevelCriterion {
  readonly id: string;
  readonly title: string;
  readonly met: boolean;
  /** Measured amount in words and figures, for example `3 joint events (needs 3)`. */
  readonly detail: string;
}

/** Level of one unordered pair of schools in one period. */
export interface PairLevel {
  /** The two schools, sorted by id. */
  readonly schools: readonly [string, string];
  readonly period: string;
  /** On derived and confirmed evidence. */
  readonly level: CollaborationLevel;
  /** Also counting what no partner has confirmed yet. */
  readonly levelWithUnconfirmed: CollaborationLevel;
  /** Highest level that this version of the rules can find. */
  readonly highestLevelAssessed: CollaborationLevel;
  readonly criteria: readonly LevelCriterion[];
  readonly evidence: readonly string[];
  /** Version of the rules. */
  readonly rules: number;
}
