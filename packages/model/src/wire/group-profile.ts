import type { CollaborationLevel, LedgerEntry } from './collaboration.ts';
import type { Scope } from './scope.ts';

/**
 * Which evidence a measure rests on: activities tagged to the group; everything else between its schools (derived
 * traces cannot be tagged); or both together.
 */
export type ProfilePart = 'tagged' | 'untagged' | 'all';

/** How many pairs of schools stand at a level (B1). */
export interface LevelCount {
  readonly level: CollaborationLevel;
  /** On derived and confirmed evidence. */
  readonly pairs: number;
  /** Also counting what no partner has confirmed yet. */
  readonly pairsWithUnconfirmed: number;
}

/** How many pieces of evidence there are: an activity is one, however many schools took part; a derived trace one a pair. */
export interface EvidenceCount {
  readonly part: Exclude<ProfilePart, 'all'>;
  readonly basis: LedgerEntry['basis'];
  readonly pieces: number;
}

/** How wide the schools work together, and how near to longer-term impact, over the eight processes (B3). */
export interface ProcessBreadth {
  /** Processes in which at least one pair has evidence, in their order, with the number of such pairs. */
  readonly processes: readonly { readonly process: string; readonly pairs: number }[];
  /** Number of processes, 0 to 8. */
  readonly breadth: number;
  /**
   * Where the work stands from direct (0) to longer-term (1): Σ (place × pairs) ÷ Σ pairs over the processes, their
   * places being 1 to 8, less 1, divided by 7. A pair counts once for each process, however often it met. `null`
   * without evidence.
   */
  readonly position: number | null;
}

/** Who is linked with whom at all: an undirected network. */
export interface LinkNetwork {
  /** Linked pairs. */
  readonly links: number;
  /** Links ÷ possible pairs; `null` below two schools. */
  readonly density: number | null;
  /** Freeman's degree centralisation, 0 (all alike) to 1 (a star); `null` below three schools. */
  readonly centralisation: number | null;
  /** Schools that are linked directly or through others, largest set first; a school without links is a set of one. */
  readonly components: readonly (readonly string[])[];
  readonly isolates: readonly string[];
  /** Schools without which a set falls apart. */
  readonly articulationPoints: readonly string[];
}

/** Who gives knowledge or resources to whom: a directed network, and the links it makes. */
export interface GivingNetwork extends LinkNetwork {
  /** Directions in which something was given. */
  readonly directions: number;
  /** Edge reciprocity: directions whose opposite is there too ÷ directions; `null` without any. */
  readonly edgeReciprocity: number | null;
  /** Dyad reciprocity: pairs that give both ways ÷ pairs that give at all; `null` without any. */
  readonly dyadReciprocity: number | null;
  /** Freeman's out-degree centralisation: does one school give to all? `null` below two schools. */
  readonly givingCentralisation: number | null;
  /** Freeman's in-degree centralisation: does all go to one school? `null` below two schools. */
  readonly receivingCentralisation: number | null;
}

/** How deep the work goes into the schools: who took part, where the evidence says so. */
export interface ProfileDepth {
  /** Pieces of evidence, and those that say who took part. */
  readonly pieces: number;
  readonly stated: number;
  /** Of those that say who took part: with teachers, support staff or students; with students; with nobody but heads and governors. */
  readonly reachingTeachersOrStudents: number;
  readonly reachingStudents: number;
  readonly headsOnly: number;
  /** reachingTeachersOrStudents ÷ stated; `null` where nothing is stated. */
  readonly share: number | null;
  /** The same over the staff-hours of these pieces; `null` where none of them has hours. */
  readonly shareOfHours: number | null;
  /** stated ÷ pieces; `null` without evidence. */
  readonly coverage: number | null;
}

/** How many pairs with evidence in the year before have evidence again. */
export interface Continuity {
  /** Pairs with evidence in the year before, both schools still being there. */
  readonly before: number;
  readonly goOn: number;
  readonly new: number;
  /** goOn ÷ before; `null` without any before. */
  readonly share: number | null;
}

/** What a part of the evidence shows, with or without what no partner has confirmed. */
export interface ProfileMeasures {
  readonly part: ProfilePart;
  /** False: derived and confirmed evidence; true: unconfirmed as well. */
  readonly unconfirmed: boolean;
  readonly breadth: ProcessBreadth;
  /** Any evidence makes a contact. */
  readonly contact: LinkNetwork;
  /** Knowledge or resources that moved; a meeting alone is none. */
  readonly giving: GivingNetwork;
  readonly depth: ProfileDepth;
  readonly continuity: Continuity;
}

/** What remains of a group's work when something leaves it. */
export interface Remaining {
  /** Linked pairs that are lost, and that remain among the schools that stay. */
  readonly linksLost: number;
  readonly linksLeft: number;
  /** linksLeft ÷ links before; `null` where there were none. */
  readonly share: number | null;
  /** Sets of linked schools, and schools without a link, among those that stay. */
  readonly components: number;
  readonly isolates: readonly string[];
  /** Processes that nobody is left in. */
  readonly processesLost: readonly string[];
}

/** What remains when one school leaves. */
export interface SchoolLeaves extends Remaining {
  readonly school: string;
}

/** What remains when the evidence that rests on one person falls away. Persons are numbered, not named. */
export interface PersonLeaves extends Remaining {
  /** 1 for the person on whom most rests. */
  readonly person: number;
  /** True for the group's coordinator. */
  readonly coordinator: boolean;
  /** Schools between which the person is shared. */
  readonly schools: readonly string[];
}

/** What a school gave and received in a process, and how much that is for its size. */
export interface SchoolContribution {
  readonly school: string;
  readonly process: string;
  readonly unit: LedgerEntry['unit'];
  readonly basis: LedgerEntry['basis'];
  readonly gave: number;
  readonly received: number;
  /** The part of it that is tagged to the group; `null` where it is not shown. */
  readonly gaveTagged: number | null;
  readonly receivedTagged: number | null;
  /** For each 100 students on roll; `null` where the roll is not known. */
  readonly gavePer100: number | null;
  readonly receivedPer100: number | null;
}

/** How unlike the schools are in attainment: the book formed groups to mix (B4). */
export interface AttainmentDiversity {
  /** Id of the measure, for example `attainment-8`. */
  readonly measure: string;
  /** Published figures, or results in the store. */
  readonly source: 'published' | 'results';
  /** Academic year of the figures as `2023/24`. */
  readonly period: string;
  /** Schools with a figure, of all schools. */
  readonly schools: number;
  readonly of: number;
  readonly mean: number;
  /** Of a population, since these are all the schools there are; `null` below two schools. */
  readonly standardDeviation: number | null;
  readonly lowest: number;
  readonly highest: number;
}

/** A step of a survival curve (Kaplan and Meier 1958, in whole years). */
export interface SurvivalStep {
  /** Academic years after the one in which it happened. */
  readonly years: number;
  /** Pairs still linked and still observed at this step. */
  readonly atRisk: number;
  /** Pairs without evidence in that year. */
  readonly ended: number;
  /** Pairs still linked that are not observed further: right-censored. */
  readonly censored: number;
  /** Product over the steps so far of (atRisk − ended) ÷ atRisk. */
  readonly survival: number;
}

/** What became of the pairs that were linked when something ended. */
export interface Survival {
  /** How often it happened. `null`: not shown, so that nobody is recognised. */
  readonly occasions: number | null;
  /** Pairs that were linked when it happened; a pair counts once for each occasion. */
  readonly pairs: number;
  /** Pairs for which not even one further year has been observed. */
  readonly tooEarly: number;
  readonly curve: readonly SurvivalStep[];
}

/** Status of a condition: `unknown` where nothing could have shown it. */
export type ConditionStatus = 'met' | 'partly' | 'not' | 'unknown';

/** One of the six conditions of collaboration in a year (B2). */
export interface GroupCondition {
  readonly id:
    | 'incentives'
    | 'collective-responsibility'
    | 'senior-leadership'
    | 'common-priorities'
    | 'external-help'
    | 'authority-support';
  readonly title: string;
  /** The review's answer where there is one, else what records show. */
  readonly status: ConditionStatus;
  readonly basis: 'review' | 'records';
  /** What derived and confirmed records show, and what they show with unconfirmed ones. */
  readonly records: ConditionStatus;
  readonly recordsWithUnconfirmed: ConditionStatus;
  /** The latest answer of the instrument `six-conditions` in the year; `null` without one. */
  readonly review: ConditionStatus | null;
  /** Why, with each part of the rule and what was found. */
  readonly why: readonly string[];
  readonly evidence: readonly {
    readonly kind: 'activity' | 'trace' | 'funding' | 'role' | 'review';
    readonly id: string;
  }[];
}

/** What must be known before a figure is believed. */
export interface ProfileGuards {
  /** Pairs with more joint events than the rules count, and the share of all events that lies beyond: they raise nothing. */
  readonly saturation: {
    readonly threshold: number;
    readonly pairs: readonly { readonly schools: readonly [string, string]; readonly events: number }[];
    readonly share: number | null;
  };
  /** Pairs all of whose recorded activities were entered by the same one of the two. */
  readonly oneSided: readonly {
    readonly schools: readonly [string, string];
    readonly recordedBy: string;
    readonly activities: number;
  }[];
}

/** The profile of a group of schools in a period: many figures side by side, and never one score. */
export interface GroupProfile {
  readonly scope: Scope;
  /** Academic year as `2023/24`. */
  readonly period: string;
  /** Version of the rules. */
  readonly rules: number;
  /** Schools of the group, sorted. */
  readonly schools: readonly string[];
  /** Every level, lowest first; over all evidence between two schools, whichever group it is tagged to. */
  readonly levels: readonly LevelCount[];
  readonly evidence: readonly EvidenceCount[];
  /** For tagged, untagged and all evidence, each without and with what is unconfirmed: six in that order. */
  readonly measures: readonly ProfileMeasures[];
  /** What remains of the contacts, on derived and confirmed evidence, when one school leaves. */
  readonly withoutSchool: readonly SchoolLeaves[];
  /** The same for people seen at several schools; `null`: not shown, so that nobody is recognised. */
  readonly withoutPerson: readonly PersonLeaves[] | null;
  readonly contributions: readonly SchoolContribution[];
  /** `null`: not known. */
  readonly attainment: AttainmentDiversity | null;
  readonly survival: { readonly funding: Survival; readonly head: Survival };
  /** Share of the days of the year on which somebody was the group's coordinator; `null` where nobody ever was one on record. */
  readonly coordinator: { readonly present: boolean; readonly shareOfYear: number | null };
  /** Activities with an outside challenger or facilitator, on derived and confirmed evidence and with unconfirmed. */
  readonly outsideChallenge: {
    readonly present: boolean;
    readonly activities: number;
    readonly activitiesWithUnconfirmed: number;
  };
  readonly conditions: readonly GroupCondition[];
  readonly guards: ProfileGuards;
}
