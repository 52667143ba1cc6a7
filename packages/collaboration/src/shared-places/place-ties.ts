import { unknownReach } from '../ties/reach.ts';
import { toParts } from '../ties/split-amount.ts';
import { pairOf, type Tie } from '../ties/tie.ts';
import type { PlaceLine } from './place-lines.ts';

/**
 * Places as a tie: the host gives the home so many. Moves and directions are shared responsibility for a student, places
 * on courses widen opportunities (B3). They are no joint work by themselves: a course that both schools teach is, and
 * another detector sees it.
 */
export function placeTie(line: PlaceLine): Tie {
  const { home, host } = line;
  const schools = pairOf(home, host);
  return {
    schools,
    academicYear: line.academicYear,
    from: line.from,
    to: line.to,
    trace: line.trace,
    kind: line.kind,
    process: line.trace === 'managed-move' ? 'shared-responsibility' : 'opportunities-for-students',
    flow: 'resource',
    basis: 'derived',
    eventWeight: 0,
    contributed: [schools[0] === host, schools[1] === host],
    flows: [{ provider: host, recipient: home, unit: 'places', parts: toParts(line.places) }],
    aim: null,
    structure: false,
    product: null,
    groupId: null,
    fundingId: null,
    reach: { ...unknownReach, students: line.students.length },
    evidence: line.evidence,
  };
}
