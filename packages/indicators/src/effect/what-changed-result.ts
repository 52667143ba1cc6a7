import type { CollaborationLevel, IndicatorCard } from '@collegial/model';
import type { Estimate, LeftOut, MatchedDifference, Verdict } from '@collegial/statistics';

/** Why a school is not in a figure: for what the estimate itself leaves out see `LeftOut` of `@collegial/statistics`. */
export type WhyLeftOut =
  | LeftOut
  /** Placed in the group, and declined to take part. */
  | 'declined'
  /** When it joined is not on record. */
  | 'joined-unknown'
  /** It was in another group before. */
  | 'in-another-group-before'
  /** No sharing agreement for comparison names it beside the schools of the groups. */
  | 'not-in-the-agreement'
  /** It has no figure in any year, or only figures about fewer than ten people. */
  | 'no-figures';

/** A school and what it served as in one outcome. */
export interface ChangedSchool {
  readonly school: string;
  readonly name: string;
  /** The group it joined, if it joined one of those asked about. */
  readonly group: string | null;
  /** Academic year in which it joined, as `2023/24`. */
  readonly since: string | null;
  readonly role: 'joined' | 'comparison' | 'left-out';
  readonly why: WhyLeftOut | null;
  /** Comparison schools: for how many schools it stands. */
  readonly weight: number;
}

/** Means of a year: of the schools that joined, and of those they are compared with. */
export interface YearBeside {
  readonly period: string;
  readonly joined: number | null;
  readonly comparison: number | null;
  /** How far the schools of each are apart (standard deviation): polarisation among them. `null` below two. */
  readonly joinedSpread: number | null;
  readonly comparisonSpread: number | null;
}

/** What one indicator shows. */
export interface OutcomeChange {
  readonly indicator: string;
  readonly version: number;
  readonly title: string;
  readonly unit: IndicatorCard['unit'];
  readonly better: IndicatorCard['better'];
  readonly verdict: Verdict;
  /** After allowing for the other indicators. */
  readonly adjustedP: number | null;
  /** Everything behind it: balance, matches, pre-trend, intervals. `null` where there was nothing to estimate. */
  readonly found: MatchedDifference | null;
  readonly schools: readonly ChangedSchool[];
  readonly years: readonly YearBeside[];
  /** Figures not used, by reason. */
  readonly figuresLeftOut: { readonly fewPeople: number; readonly definitionNotValid: number };
  /** Ids of the agreements under which schools were compared; empty for published figures, which need none. */
  readonly agreements: readonly string[];
  /** By how much the difference of a group in a year goes with each step of its mean level; `null` below four groups or without levels. */
  readonly withLevel: Estimate | null;
  /** In plain words, without a claim of cause. */
  readonly words: readonly string[];
}

/** How closely a group worked together in a year. */
export interface LevelsBeside {
  readonly group: string;
  readonly period: string;
  readonly pairs: Readonly<Record<CollaborationLevel, number>>;
  /** Mean step of the pairs: 0 no link seen, 1 association, 2 cooperation, 3 collaboration, 4 collegiality. */
  readonly meanLevel: number | null;
  /** Ties of the year, by what they rest on. */
  readonly ties: { readonly derived: number; readonly confirmed: number; readonly unconfirmed: number };
}

/** What {@link whatChanged} found. */
export interface WhatChanged {
  readonly groups: readonly { readonly id: string; readonly name: string; readonly since: string | null }[];
  readonly outcomes: readonly OutcomeChange[];
  readonly levels: readonly LevelsBeside[];
  /** Groups and years whose levels are not known, because no agreement covers them or no school took part. */
  readonly levelsNotKnown: readonly { readonly group: string; readonly period: string }[];
  readonly adjust: 'holm' | 'benjamini-hochberg';
  readonly snapshot: string;
}
