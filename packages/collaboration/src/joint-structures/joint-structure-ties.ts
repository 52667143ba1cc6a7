import { unknownReach } from '../ties/reach.ts';
import type { Tie } from '../ties/tie.ts';
import type { JointStructure } from './joint-structure.ts';

/**
 * A joint course or class as a tie: joint work while it lasts. Nothing flows in it: what a school gives by it, places or
 * a teacher's time, other detectors see and count.
 */
export function jointStructureTie({ schools, academicYear, from, to, kind, evidence }: JointStructure): Tie {
  return {
    schools,
    academicYear,
    from,
    to,
    trace: 'joint-structure',
    kind,
    process: 'opportunities-for-students',
    flow: 'none',
    basis: 'derived',
    eventWeight: 0,
    contributed: [true, true],
    flows: [],
    aim: null,
    structure: true,
    product: null,
    groupId: null,
    fundingId: null,
    reach: unknownReach,
    evidence,
  };
}
