import type { Tie } from '@collegial/collaboration';
import { fromParts } from './parts.ts';

/** Ties as a group may see them, and how many lines of places were left out. */
export interface ProtectedTies {
  readonly ties: readonly Tie[];
  readonly suppressed: number;
}

/**
 * Takes out of ties what a group may not see: ids of appointments, and lines of student places below the threshold. A
 * level that rested on such places is then found without them: at least what can be shown without them.
 */
export function protectTies(ties: readonly Tie[], threshold: number): ProtectedTies {
  const places = new Map<string, number>();
  const line = (tie: Tie, provider: string, recipient: string) =>
    [provider, recipient, tie.academicYear, tie.process, tie.basis].join(' ');
  for (const tie of ties) {
    for (const { provider, recipient, unit, parts } of tie.flows) {
      if (unit !== 'places') continue;
      const key = line(tie, provider, recipient);
      places.set(key, (places.get(key) ?? 0) + parts);
    }
  }
  const small = new Set([...places].filter(([, parts]) => fromParts(parts) < threshold).map(([key]) => key));
  return {
    ties: ties.map((tie) => ({
      ...tie,
      flows: tie.flows.filter(
        ({ provider, recipient, unit }) => unit !== 'places' || !small.has(line(tie, provider, recipient)),
      ),
      evidence: tie.basis === 'derived' ? [] : tie.evidence,
    })),
    suppressed: small.size,
  };
}
