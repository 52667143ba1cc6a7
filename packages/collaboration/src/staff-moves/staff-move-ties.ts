import { unknownReach } from '../ties/reach.ts';
import { toParts } from '../ties/split-amount.ts';
import { pairOf, type Tie } from '../ties/tie.ts';
import type { StaffMove } from './staff-move-lines.ts';

/** A move by agreement as a tie: the home school gives the host staff-days, where the FTE is known. */
export function staffMoveTie(move: StaffMove): Tie {
  const { provider, recipient, days } = move;
  const schools = pairOf(provider, recipient);
  return {
    schools,
    academicYear: move.academicYear,
    from: move.from,
    to: move.to,
    trace: 'staff-move',
    kind: move.kind,
    process: 'movement-of-staff',
    flow: 'resource',
    basis: 'derived',
    eventWeight: 0,
    contributed: [schools[0] === provider, schools[1] === provider],
    flows:
      days === null || days === 0 ? [] : [{ provider, recipient, unit: 'staff-days', parts: toParts(days) }],
    aim: null,
    structure: true,
    product: null,
    groupId: null,
    fundingId: null,
    reach: unknownReach,
    evidence: move.evidence,
  };
}
