import type { ObjectiveName } from '../grouping-options.ts';
import type { SchoolRow } from '../table/school-row.ts';
import type { StandardMeasure } from './measure.ts';

/** Everything a search needs, by numbers: schools are their place in `schools`. */
export interface GroupingProblem {
  /** In canonical order. */
  readonly schools: readonly SchoolRow[];
  readonly count: number;
  readonly size: { readonly min: number; readonly max: number };
  /** Objectives that the table allows to be measured, with their weights. */
  readonly objectives: readonly ObjectiveName[];
  readonly weights: Float64Array;
  /** Measures in which groups should be mixed. */
  readonly mixed: readonly StandardMeasure[];
  /** Measures in which groups should be alike; the shares sum to 1. */
  readonly alike: readonly { readonly measure: StandardMeasure; readonly share: number }[];
  readonly areas: readonly string[];
  /** By school and area, 0 to 1. */
  readonly needs: Float64Array;
  readonly strengths: Float64Array;
  readonly totalNeed: number;
  /** Kilometres by pair; `NaN` where a place is not known. */
  readonly distances: Float64Array;
  readonly placed: number;
  /** Weight of the tie by pair, of all ties of each school, and of all. */
  readonly tie: Float64Array;
  readonly tiesOf: Float64Array;
  readonly totalTies: number;
  /** 1 for a pair that must not be in one group. */
  readonly barred: Uint8Array;
  /** Schools that must be in one group; every school is in exactly one block. */
  readonly blocks: readonly Int32Array[];
}

/** Whether two blocks may be in one group. */
export function mayJoin(problem: GroupingProblem, one: Int32Array, other: Int32Array): boolean {
  for (const a of one) for (const b of other) if (problem.barred[a * problem.count + b] === 1) return false;
  return true;
}
