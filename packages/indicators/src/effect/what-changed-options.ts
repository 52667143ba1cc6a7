import type { Scope } from '@collegial/model';
import type { MatchedDifferenceOptions } from '@collegial/statistics';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';
import type { OneOrMany } from '../evaluate/evaluate-options.ts';

/** What {@link whatChanged} takes. */
export interface WhatChangedOptions {
  /** Ids of school groups, one or several that are looked at together. With one group, little can ever be told from chance: see the guide. */
  readonly group?: OneOrMany<string>;
  readonly groups?: OneOrMany<string>;
  /** What to look at: ids of the catalogue or definitions of your own. What is looked at together is allowed for together. */
  readonly indicators: OneOrMany<string | IndicatorDefinition>;
  /** Circumstances that comparison schools should share, as indicators. Default: none; what was looked at itself is always matched on. */
  readonly context?: OneOrMany<string | IndicatorDefinition>;
  /** Academic years as `2023/24`, or `all`, those with data. Default `all`. `period` and `periods` mean the same. */
  readonly period?: OneOrMany<string>;
  readonly periods?: OneOrMany<string>;
  /**
   * Schools to choose comparison schools from, as scopes. Default: every school. Figures from records are compared only with schools that a sharing agreement names
   * beside all schools of the groups; published figures with all.
   */
  readonly candidates?: OneOrMany<Scope | string>;
  /**
   * What comparison schools may share their fortunes with: schools of one trust or authority are then taken to move together. Default `school`: nothing.
   */
  readonly movesWith?: 'school' | 'trust' | 'authority';
  /** How several indicators are allowed for. Default `holm`. */
  readonly adjust?: 'holm' | 'benjamini-hochberg';
  /** Also read how closely the groups worked together in each year. Default true; what no agreement covers is left out and said. */
  readonly levels?: boolean;
  /** Parameters by indicator id; what is absent takes its default. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** How schools are matched and figures tested, see `matchedDifference` of `@collegial/statistics`. */
  readonly method?: Omit<MatchedDifferenceOptions, 'groups' | 'contextNames'>;
  readonly signal?: AbortSignal;
}
