import type { State } from '@collegial/model';
import type { Kind } from '../definition/kinds.ts';
import { emptyState } from '../state/empty-state.ts';
import { merge } from '../state/merge.ts';

/** The state of some units, with how many were due and how many of those data was found for. */
export interface Part {
  readonly state: State;
  /** Units that one would expect data for. */
  readonly due: number;
  /** Units that data was found for. */
  readonly covered: number;
  /** Units for which that cannot be known. */
  readonly uncertain: number;
  /** Schools whose figure the source held back. */
  readonly suppressed: number;
}

/** The parts of one school in one academic year. */
export interface SchoolParts {
  readonly all: Part;
  /** By breakdown and value, joined as `sex=F`. */
  readonly subgroups: ReadonlyMap<string, Part>;
}

/** The part of a union of disjoint sets of units. */
export function mergeParts(kind: Kind, parts: readonly Part[]): Part {
  const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    state: parts.length === 0 ? emptyState(kind) : merge(parts.map(({ state }) => state)),
    due: sum(({ due }) => due),
    covered: sum(({ covered }) => covered),
    uncertain: sum(({ uncertain }) => uncertain),
    suppressed: sum(({ suppressed }) => suppressed),
  };
}

/** The same part with nothing counted: what is due stays. */
export function withoutState(kind: Kind, part: Part): Part {
  return { ...part, state: emptyState(kind) };
}
