import type { GroupingProgress } from './solve/pace.ts';
import type { ExistingTie } from './table/school-row.ts';

/**
 * What makes a grouping good; each is a cost of which 0 would be perfect:
 * - `alike` – share of the differences in attainment, stage and context that lies between the groups (η²), half for attainment
 *   and stage, half for context: groups that are alike have the same means
 * - `mixed` – by how much the spread of attainment and stage within groups falls short of that of all schools, as a share
 * - `complement` – share of the needs that no strength of another school in the group covers
 * - `distance` – mean distance of a school to the others of its group, in kilometres
 * - `ties` – share of the existing ties that would run between groups
 */
export type ObjectiveName = 'alike' | 'mixed' | 'complement' | 'distance' | 'ties';

/** All objectives in the order in which they are told. */
export const objectiveNames: readonly ObjectiveName[] = ['alike', 'mixed', 'complement', 'distance', 'ties'];

/** How much each objective counts by default: our judgement after B4, where mixing came before place. */
export const defaultGroupingWeights: Readonly<Record<ObjectiveName, number>> = {
  alike: 2,
  mixed: 2,
  complement: 2,
  distance: 1,
  ties: 1,
};

/** Options of {@link suggestGroups}. */
export interface SuggestGroupsOptions {
  /** Fewest and most schools in a group; default 4 to 6. */
  readonly size?: { readonly min: number; readonly max: number };
  /** Farthest that two schools of one group may be apart, in kilometres in a straight line; default: no limit. */
  readonly maxDistance?: number;
  /** Sets of schools, by id, each of which must be in one group. */
  readonly together?: readonly (readonly string[])[];
  /** Pairs, or sets, of schools no two of which may be in one group. */
  readonly apart?: readonly (readonly string[])[];
  /** Ties besides those of the column `group`. */
  readonly ties?: readonly ExistingTie[];
  /** `keep`: schools with a tie must stay together · `encourage`: it counts for something · `ignore`. Default `encourage`. */
  readonly existingTies?: 'keep' | 'encourage' | 'ignore';
  /** How much each objective counts; those not named count as in {@link defaultGroupingWeights}. */
  readonly weights?: Partial<Record<ObjectiveName, number>>;
  /** How many proposals to give; default 3. There are fewer when the conditions leave no more that differ. */
  readonly alternatives?: number;
  /** Smallest share of the partnerships (pairs in one group) in which two proposals differ; default 0.5. */
  readonly difference?: number;
  /** Whole number; the same seed gives the same proposals. Default 1. */
  readonly seed?: number;
  /** How much to search, in relation to the default, 1. */
  readonly effort?: number;
  /** Stops the search: the promise is rejected with its reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: GroupingProgress) => void;
}
