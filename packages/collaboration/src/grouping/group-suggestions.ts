import type { ObjectiveName } from './grouping-options.ts';

/** What {@link suggestGroups} gives. It proposes; people decide. */
export interface GroupSuggestions {
  /** The best by the weights, then others that are good and genuinely different. */
  readonly proposals: readonly GroupingProposal[];
  /** Objectives that the table allows to be measured. */
  readonly objectives: readonly ObjectiveScale[];
  /** `exact`: no grouping has a better score than the first · `search`: a better one may exist. */
  readonly method: 'exact' | 'search';
  readonly schools: number;
  readonly seed: number;
  /** What a reader must know: what could not be counted, why there are fewer proposals than asked for. */
  readonly notes: readonly string[];
}

/** The scale on which an objective is read. */
export interface ObjectiveScale {
  readonly objective: ObjectiveName;
  /** Its share of the score. */
  readonly share: number;
  /** Value when nothing else counts, under the same conditions. */
  readonly best: number;
  /** Whether `best` is proved, or only the best that was found. */
  readonly bestIsExact: boolean;
  /** Mean value when lots are drawn. */
  readonly lots: number;
}

/** One grouping of all schools. */
export interface GroupingProposal {
  readonly groups: readonly ProposedGroup[];
  /** All objectives together: 0 would be perfect in everything, 1 is what lots give. */
  readonly score: number;
  /** The trade-off: what each objective comes to. */
  readonly objectives: readonly ObjectiveValue[];
  /** Share of the partnerships that are others than in the first proposal. */
  readonly difference: number;
  /** What counted four times as much for this proposal as the weights say, so that the trade-off is seen; `null`: by the weights. */
  readonly leaning: ObjectiveName | null;
  /** The trade-off in words: what was given up, and what is better and worse than in the first proposal. */
  readonly words: readonly string[];
}

/** What an objective comes to in a proposal. */
export interface ObjectiveValue {
  readonly objective: ObjectiveName;
  readonly value: number;
  /** 0: as good as it could be alone · 1: no better than lots · more: worse than lots. `null` when lots are as good as can be. */
  readonly givenUp: number | null;
}

/** One group of a proposal. */
export interface ProposedGroup {
  /** `1`, `2`, …, by the first school by id. */
  readonly label: string;
  /** Ids, sorted. */
  readonly schools: readonly string[];
  readonly attainment: SpreadOfGroup | null;
  readonly stage: SpreadOfGroup | null;
  /** Mean of each context measure over the schools where it is known. */
  readonly context: Readonly<Record<string, number>>;
  /** Kilometres between the two schools that are farthest apart; `null` when places are not known. */
  readonly widestDistance: number | null;
  readonly widestPair: readonly [string, string] | null;
  /** Needs that a school of the group can help with, and those that none can. */
  readonly help: readonly {
    readonly area: string;
    readonly from: readonly string[];
    readonly to: readonly string[];
  }[];
  readonly unmet: readonly { readonly area: string; readonly schools: readonly string[] }[];
  /** Weight of the existing ties within the group. */
  readonly ties: number;
}

/** How a measure is spread over the schools of a group. */
export interface SpreadOfGroup {
  /** Schools where it is known. */
  readonly known: number;
  readonly mean: number;
  /** Sample standard deviation; `null` for one school. */
  readonly standardDeviation: number | null;
  readonly lowest: number;
  readonly highest: number;
}
