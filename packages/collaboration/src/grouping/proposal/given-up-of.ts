import type { ObjectiveScale } from '../group-suggestions.ts';

/**
 * How much of what an objective could have been was given up: 0 when it is as good as it could be alone, 1 when it is no better
 * than lots; `null` when lots are as good as can be.
 */
export function givenUpOf({ best, lots }: ObjectiveScale, value: number): number | null {
  const room = lots - best;
  return room > 1e-9 ? Math.max(0, (value - best) / room) : null;
}
