import type { ExistingTie } from '../table/school-row.ts';

/**
 * What makes a partner fit, each from 0 to 1:
 * - `gives` – share of the school's needs that the partner's strengths cover
 * - `gains` – share of the partner's needs that the school's strengths cover: benefit flows both ways (B5)
 * - `similar` – likeness of context, so that advice fits: 1 for the same, 0.5 for one standard deviation apart on average
 * - `near` – 1 at the door, 0.5 at the median distance of all schools
 * - `tied` – whether they have a tie already, by its weight in relation to the strongest of the school
 * - `broad` – share of all areas in which the partner has a strength
 */
export type FitName = 'gives' | 'gains' | 'similar' | 'near' | 'tied' | 'broad';

/** All fits in the order in which they are told. */
export const fitNames: readonly FitName[] = ['gives', 'gains', 'similar', 'near', 'tied', 'broad'];

/** How much each fit counts by default: our judgement after B5, where the right mix of expertise came first. */
export const defaultPartnerWeights: Readonly<Record<FitName, number>> = {
  gives: 3,
  gains: 2,
  similar: 2,
  near: 1,
  tied: 0.5,
  broad: 0.5,
};

/** Options of {@link suggestPartners}. */
export interface SuggestPartnersOptions {
  /** Farthest that a partner may be, in kilometres in a straight line; default: no limit. */
  readonly maxDistance?: number;
  /** Schools that are no candidates, by id. */
  readonly without?: readonly string[];
  /** Ties besides those of the column `group`. */
  readonly ties?: readonly ExistingTie[];
  /** How much each fit counts; those not named count as in {@link defaultPartnerWeights}. */
  readonly weights?: Partial<Record<FitName, number>>;
  /** How many partners to name; default 8. */
  readonly most?: number;
  /** Schools in a team of partners; default 3, as in B5. */
  readonly teamSize?: number;
  /** How many teams to propose; default 3. */
  readonly teams?: number;
}

/** What {@link suggestPartners} gives. It proposes; people decide. */
export interface PartnerSuggestions {
  readonly school: string;
  /** Best fit first. */
  readonly partners: readonly SuggestedPartner[];
  /** Sets of partners whose expertise together covers most of the needs, several of them. */
  readonly teams: readonly PartnerTeam[];
  /** Needs of the school, by area. */
  readonly needs: readonly string[];
  /** Needs that no candidate is strong in. */
  readonly unmet: readonly string[];
  readonly notes: readonly string[];
}

/** One school that may fit. */
export interface SuggestedPartner {
  readonly school: string;
  readonly name: string;
  /** Weighted mean of the fits that are known, 0 to 1. */
  readonly score: number;
  /** `null` where it is not known. */
  readonly fits: Readonly<Record<FitName, number | null>>;
  /** Areas in which the partner is strong and the school has a need, and the reverse. */
  readonly gives: readonly string[];
  readonly gains: readonly string[];
  readonly distance: number | null;
  /** For and against, in words. */
  readonly reasons: readonly string[];
  readonly cautions: readonly string[];
}

/** Partners who together bring what a school needs. */
export interface PartnerTeam {
  readonly schools: readonly string[];
  /** Share of the school's needs that they cover together. */
  readonly covers: number;
  /** Each area of need, and who is strong in it. */
  readonly expertise: readonly { readonly area: string; readonly from: readonly string[] }[];
  /** Mean score of its members. */
  readonly score: number;
}
