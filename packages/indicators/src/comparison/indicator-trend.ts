import type { IndicatorResult, ResultFlag } from '@collegial/model';
import type { ChangePoints, MannKendall, RunChart, TheilSen } from '@collegial/statistics';

/** What can be said of a series of years. */
export type TrendFinding =
  /** It goes up, or down, over the years. */
  | 'rising'
  | 'falling'
  /** Its level changed once or more. */
  | 'level-changed'
  /** Nothing was found; there may be something. */
  | 'nothing-told'
  /** So few years cannot tell, whatever they are. */
  | 'too-short';

/** A series of one indicator for one scope. */
export interface IndicatorTrend {
  readonly indicator: string;
  readonly scope: string;
  readonly subgroup: IndicatorResult['subgroup'];
  readonly years: readonly {
    readonly period: string;
    readonly value: number;
    readonly standardError: number | null;
  }[];
  /** Years that were not used, with what stood against them. */
  readonly leftOut: readonly {
    readonly period: string;
    readonly why: readonly (ResultFlag | 'other-version')[];
  }[];
  readonly finding: TrendFinding;
  /** Mann–Kendall; `null` below three years. */
  readonly monotone: MannKendall | null;
  /** Change for each year; `null` below three years. */
  readonly slope: TheilSen | null;
  /** Change points, by the years' standard errors where all have one; `null` below four years. */
  readonly change: ChangePoints | null;
  /** Run chart; `null` below ten years. */
  readonly runs: RunChart | null;
  /** Smaller of the probabilities of trend and change, doubled for asking twice; `null` when too short. */
  readonly probability: number | null;
  /** The same with all series allowed for. */
  readonly adjustedProbability: number | null;
  readonly words: string;
}
