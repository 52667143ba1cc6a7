import type { Scope } from './scope.ts';

/** What every partial state carries, because protection needs it. */
export interface StateBase {
  /** Number of people or enrolments counted, or of schools for published figures. */
  readonly units: number;
  /** Sum of the units' keyed record keys, modulo 2³². */
  readonly keySum: number;
}

/** Counts whose quotient is the value. */
export interface RatioState extends StateBase {
  readonly kind: 'ratio';
  readonly numerator: number;
  readonly denominator: number;
  /** Sums over the units of numerator², numerator × denominator and denominator²: what the interval needs where events repeat within a unit. */
  readonly squares: { readonly numerator: number; readonly products: number; readonly denominator: number };
}

/** Sums from which a mean and its spread follow; exact, in units of 1/10 000. */
export interface MeanState extends StateBase {
  readonly kind: 'mean';
  /** Sum of values × 10 000, an integer. */
  readonly sum: number;
  /** Sum of squared values × 10 000, each rounded to an integer. */
  readonly sumOfSquares: number;
}

/** Values of one part of the people, in the units of {@link MeanState}. */
export interface ValueSums {
  readonly units: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

/** The values of some people and of all others, from which the gap between their means follows: `others` minus `compared`. */
export interface GapState extends StateBase {
  readonly kind: 'gap';
  readonly compared: ValueSums;
  readonly others: ValueSums;
}

/** What an area's figure needs to know of one of its schools. */
export interface AreaSchool {
  readonly id: string;
  readonly value: number;
  readonly weight: number;
  /** Sum of the squared distances of the students' values from the school's; only where the figure compares spread within schools and between. */
  readonly squares?: number;
  /** The values of one part of its students and of all others; only where the figure is about the gap between them. */
  readonly parts?: { readonly compared: ValueSums; readonly others: ValueSums };
  /** Standard error of the value, and the school's figure some years before; only where the figure is about change. */
  readonly error?: number;
  readonly start?: { readonly value: number; readonly error: number };
}

/** The values of the schools of an area. */
export interface AreaState extends StateBase {
  readonly kind: 'area';
  /** One entry a school, sorted by id. */
  readonly schools: readonly AreaSchool[];
}

/** What a model needs to know of one cohort of one school. */
export interface ModelCohort {
  readonly school: string;
  /** Academic year in which its students took their examinations. */
  readonly cohort: number;
  readonly rows: number;
  /**
   * Upper triangle, row by row, of the sums of products of a column of ones, the model's covariates and the outcome, each but the ones in hundredths:
   * whole numbers.
   */
  readonly products: readonly number[];
}

/** The sufficient statistics of a model, by school. */
export interface ModelState extends StateBase {
  readonly kind: 'model';
  /** Sorted by school and cohort. */
  readonly cohorts: readonly ModelCohort[];
}

/** A mergeable partial state: the state of a union of disjoint sets of units is the merge of their states. */
export type State = RatioState | MeanState | GapState | AreaState | ModelState;

/** A part of the students, for example `{ by: 'sex', value: 'F' }`. */
export interface Subgroup {
  /** Characteristic it is broken down by. */
  readonly by: string;
  /** Its value, as text. */
  readonly value: string;
}

/** Something a reader must know to read a figure rightly. */
export type ResultFlag =
  | 'no-data'
  | 'few-units'
  | 'partial-coverage'
  | 'definition-not-valid'
  | 'unweighted'
  | 'partly-weighted'
  | 'suppressed-at-source'
  /** No sharing agreement for comparison names other schools that a model could be fitted to, or theirs are too few. */
  | 'no-reference'
  /** The schools of the reference differ no more than chance would make them: every effect is 0. */
  | 'no-difference'
  | 'suppressed';

/** How far the schools behind a figure are apart, each school counted once. */
export interface AreaSpread {
  readonly schools: number;
  /** Standard deviation of a population: these are all the schools there are. */
  readonly standardDeviation: number;
  /** Values that a tenth, a half and nine tenths of the schools lie below (quantiles of type 7). */
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
}

/** One figure: an indicator for a scope, a subgroup and a period. */
export interface IndicatorResult {
  readonly indicator: string;
  /** Version of the indicator's definition. */
  readonly version: number;
  readonly scope: Scope;
  /** `null` for all students. */
  readonly subgroup: Subgroup | null;
  /** Academic year as `2023/24`. */
  readonly period: string;
  readonly state: State;
  /** In the indicator's unit: a proportion 0–1, a mean, or a spread; `null` when there is none. */
  readonly value: number | null;
  /** 95 % interval; `null` when there is none. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /**
   * What the figure would be on average if students were placed at schools at random, and how often chance gives as much; only for
   * indices of segregation, which are never 0 by chance.
   */
  readonly chance?: { readonly expected: number; readonly probability: number };
  /** How far the schools behind it are apart; `null` for indicators that are not made from schools, and below two schools. */
  readonly spread: AreaSpread | null;
  /** Share of the units one would expect data for that have it, 0–1; `null` when that cannot be known. */
  readonly coverage: number | null;
  readonly flags: readonly ResultFlag[];
  /** Id of the data that was read. */
  readonly snapshot: string;
}
