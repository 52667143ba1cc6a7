/** Ordered levels of a relationship between two schools (B1, ch. 12). */
export type CollaborationLevel =
  | 'no-link-seen'
  | 'association'
  | 'cooperation'
  | 'collaboration'
  | 'collegiality';

/** The levels from the lowest to the highest. */
export const collaborationLevels: readonly CollaborationLevel[] = [
  'no-link-seen',
  'association',
  'cooperation',
  'collaboration',
  'collegiality',
];

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
  /** The level that needs it. */
  readonly level: CollaborationLevel;
  readonly title: string;
  readonly met: boolean;
  /** Measured amount in words and figures, for example `3 joint events (needs 3)`. */
  readonly detail: string;
}

/** Thresholds of the levels; shown with every result that rests on them. */
export interface LevelThresholds {
  /** E: joint events a year that make cooperation. */
  readonly events: number;
  /** K: staff-hours of knowledge-bearing activity a year, in one direction, that are a flow of cooperation size. */
  readonly knowledgeHours: number;
  /** R: staff-days a year, in one direction, that are one. */
  readonly staffDays: number;
  /** R: student places a year, in one direction, that are one. */
  readonly places: number;
  /** J: occasions with one named aim in an academic year. */
  readonly occasions: number;
  /** J: days that an arrangement seen in records must last within an academic year: a term. */
  readonly termDays: number;
  /** K: staff-hours a year, both directions together, that make collaboration. */
  readonly collaborationKnowledgeHours: number;
  /** R: staff-days a year, both directions together, that make it. */
  readonly collaborationStaffDays: number;
  /** R: student places a year, both directions together, that make it. */
  readonly collaborationPlaces: number;
  /** Y: consecutive academic years with joint work that make collegiality. */
  readonly years: number;
  /** How many of shared responsibility, new things and agreed values collegiality needs. */
  readonly marks: number;
}

/** A kind of record in which a link between two schools could be seen. */
export type EvidenceKind = 'staff' | 'enrolments' | 'classes' | 'transfers' | 'activities';

/** Where a link could have been seen at all: years for which records of a kind are held of both schools. */
export interface EvidenceCoverage {
  readonly kind: EvidenceKind;
  /** Academic years as `2023/24`, in order; empty when a link of this kind could not be seen. */
  readonly periods: readonly string[];
}

/** How many variations of the evidence were tried, and how many of them leave the level as it is. */
export interface LevelVariations {
  readonly variations: number;
  readonly kept: number;
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
  /**
   * Highest level that could have been found: `collaboration` where only one year could be observed, or where nothing
   * but records that schools keep anyway counts, else `collegiality`.
   */
  readonly highestLevelAssessed: CollaborationLevel;
  /** The result as a sentence or two, with what keeps it from being more. */
  readonly reading: string;
  /** Academic years that could be observed, as `2023/24`, the earliest first. */
  readonly observed: readonly string[];
  /** True when too few years could be observed to tell collegiality. */
  readonly tooEarlyToTell: boolean;
  readonly criteria: readonly LevelCriterion[];
  /** Thresholds behind the criteria; `null` in editions of schema 1, which did not show them. */
  readonly thresholds: LevelThresholds | null;
  /** Which kinds of evidence could have been seen; `null` when it was not looked at. */
  readonly coverage: readonly EvidenceCoverage[] | null;
  /**
   * How firm the level is. Downward: each piece of evidence left out in turn, counts one less, amounts 20 % less; upward:
   * counts one more, amounts 20 % more. `null` when there is no evidence to vary, and in editions of schema 1.
   */
  readonly stability: { readonly downward: LevelVariations; readonly upward: LevelVariations } | null;
  /** Set when of the two schools only one ever records what they do together. */
  readonly oneSided: {
    /** The school that records. */
    readonly recordedBy: string;
    readonly activities: number;
    /** How many of them the other school confirmed. */
    readonly confirmed: number;
  } | null;
  readonly evidence: readonly string[];
  /** Version of the rules. */
  readonly rules: number;
}
