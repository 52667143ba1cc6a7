import type { ProfileDepth } from '@collegial/model';
import { addReach, type Reach, unknownReach } from '../ties/reach.ts';
import type { Tie } from '../ties/tie.ts';
import { type Piece, piecesOf } from './pieces.ts';

/**
 * How far the work reaches beyond the heads: of the pieces of evidence that say who took part, the share with teachers,
 * support staff or students. Coverage says how many pieces say so at all: where few do, the share says little.
 */
export function profileDepth(ties: readonly Tie[]): ProfileDepth {
  const pieces = piecesOf(ties);
  const stated = pieces
    .map((piece) => ({ piece, reach: reachOf(piece) }))
    .filter(({ reach }) => isStated(reach));
  const deep = stated.filter(({ reach }) => reachesTeachersOrStudents(reach));
  const hours = (some: typeof stated) => some.reduce((sum, { piece }) => sum + hoursOf(piece), 0);
  return {
    pieces: pieces.length,
    stated: stated.length,
    reachingTeachersOrStudents: deep.length,
    reachingStudents: deep.filter(({ reach }) => (reach.students ?? 0) > 0).length,
    headsOnly: stated.filter(({ reach }) => isHeadsOnly(reach)).length,
    share: ratio(deep.length, stated.length),
    shareOfHours: ratio(hours(deep), hours(stated)),
    coverage: ratio(stated.length, pieces.length),
  };
}

/** Whether somebody beyond leaders and governors took part. */
export function reachesTeachersOrStudents({ teachers, supportStaff, students }: Reach): boolean {
  return [teachers, supportStaff, students].some((people) => (people ?? 0) > 0);
}

/** Everyone of all the schools that a piece of evidence names. */
export function reachOf(piece: Piece): Reach {
  return piece.ties.map((tie) => tie.reach).reduce(addReach, unknownReach);
}

function isStated(reach: Reach): boolean {
  return Object.values(reach).some((people) => people !== null);
}

function isHeadsOnly(reach: Reach): boolean {
  const top = (reach.heads ?? 0) + (reach.governors ?? 0);
  return top > 0 && (reach.middleLeaders ?? 0) === 0 && !reachesTeachersOrStudents(reach);
}

function hoursOf({ ties }: Piece): number {
  return ties
    .flatMap((tie) => tie.flows)
    .reduce((sum, flow) => sum + (flow.unit === 'staff-hours' ? flow.parts : 0), 0);
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
