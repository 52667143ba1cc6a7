import { jointStructureTie } from '../joint-structures/joint-structure-ties.ts';
import { placeTie } from '../shared-places/place-ties.ts';
import { sharedPostTie } from '../shared-staff/shared-post-ties.ts';
import { staffMoveTie } from '../staff-moves/staff-move-ties.ts';
import type { Tie } from '../ties/tie.ts';
import type { DerivedEvidence } from './derived-evidence.ts';

/** Derived evidence as ties, one for each line. */
export function derivedTies(evidence: DerivedEvidence): Tie[] {
  return [
    ...evidence.sharedPosts.map(sharedPostTie),
    ...evidence.staffMoves.map(staffMoveTie),
    ...evidence.places.map(placeTie),
    ...evidence.jointStructures.map(jointStructureTie),
  ];
}
