import type { Scope } from '@collegial/model';
import type { Breakdown } from '../definition/breakdown.ts';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';

/** One of something, or several. */
export type OneOrMany<Item> = Item | readonly Item[];

/** How far an evaluation has come. */
export interface EvaluateProgress {
  /** Indicator that was just worked out. */
  readonly indicator: string;
  readonly done: number;
  readonly total: number;
}

/** What {@link evaluate} takes. */
export interface EvaluateOptions {
  /** Ids of the catalogue, or definitions of your own. Default: the whole catalogue. */
  readonly indicators?: OneOrMany<string | IndicatorDefinition>;
  /** Scopes, as objects or as text (`group:A`, `trust:*`). `scope` and `scopes` mean the same. */
  readonly scope?: OneOrMany<Scope | string>;
  readonly scopes?: OneOrMany<Scope | string>;
  /**
   * Academic years as `2023/24`, or `all` for those with data (the default). `period` and `periods` mean the same. A scope and a year that
   * were named get a result even when there is no data; those that come from `*` or `all` only where there is some.
   */
  readonly period?: OneOrMany<string>;
  readonly periods?: OneOrMany<string>;
  /** Characteristics to break down by; the results for all students come first in any case. */
  readonly by?: OneOrMany<Breakdown>;
  /** Parameters by indicator id; what is absent takes its default. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /**
   * Day on which a school must be a member to count in published figures of a trust or area, `YYYY-MM-DD`. Default: the last day of the
   * academic year that the figure is about.
   */
  readonly asOf?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: EvaluateProgress) => void;
}

/** The items, whether one or several were given; `undefined` when none were. */
export function many<Item>(...given: readonly (OneOrMany<Item> | undefined)[]): Item[] | undefined {
  const items = given.filter((entry): entry is OneOrMany<Item> => entry !== undefined);
  return items.length === 0 ? undefined : (items.flat() as Item[]);
}
