import type { ProfileGuards } from '@collegial/model';
import type { LevelSummary } from '../levels/level-summaries-of.ts';
import type { PairEvidence } from './pair-evidence.ts';

/** Sums of fractions may miss a whole by so much. */
const tolerance = 1e-9;

/**
 * What to know before believing: pairs that met more often than any rule counts, and pairs of which only one side ever
 * records anything. Only derived and confirmed events count.
 *
 * @param threshold joint events of a pair beyond which more raise nothing
 */
export function profileGuards(
  evidence: readonly PairEvidence[],
  pairs: readonly LevelSummary[],
  threshold: number,
): ProfileGuards {
  const events = evidence
    .filter(({ weights }) => weights.length > 0)
    .map(({ schools, weights }) => ({ schools, events: sum([...weights].sort((a, b) => a - b)) }));
  const total = sum(events.map((pair) => pair.events));
  const beyond = sum(events.map((pair) => Math.max(0, pair.events - threshold)));
  return {
    saturation: {
      threshold,
      pairs: events.filter((pair) => pair.events > threshold + tolerance),
      share: total === 0 ? null : beyond / total,
    },
    oneSided: pairs.flatMap(({ schools, oneSided }) =>
      oneSided === null
        ? []
        : [{ schools, recordedBy: oneSided.recordedBy, activities: oneSided.activities }],
    ),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
