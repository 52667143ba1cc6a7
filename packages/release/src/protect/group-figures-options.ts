import type { IndicatorDefinition } from '@collegial/indicators';
import type { IndicatorResult, PublishedFigure } from '@collegial/model';

/** Fewest schools of a group between which figures about students may be shown to each other. */
export const fewestSchools = 3;

/** The figures of one indicator in one period: of a group, and of its schools. */
export interface GroupFigures {
  readonly group: readonly PublishedFigure[];
  readonly members: ReadonlyMap<string, readonly PublishedFigure[]>;
}

/** What {@link protectGroupFigures} needs to know. */
export interface GroupFiguresOptions {
  readonly definition: IndicatorDefinition;
  readonly period: string;
  readonly threshold: number;
  /** Exact results of each school that takes part and may be read, by school. */
  readonly results: ReadonlyMap<string, readonly IndicatorResult[]>;
  /** Cells that other indicators of the period would give back; see `withheldCells`. Default none. */
  readonly withheld?: ReadonlySet<string>;
}
