import type { ProfileDepth } from '@collegial/model';
import { addReach, type Reach, unknownReach } from '../ties/reach.ts';
import type { Tie } from '../ties/tie.ts';
import { classOf } from './evidence-classes.ts';
import type { Piece } from './pieces.ts';

/** What a piece of evidence says of who took part. */
interface PieceReach {
  readonly stated: boolean;
  /** Whether somebody beyond leaders and governors took part. */
  readonly deep: boolean;
  readonly students: boolean;
  readonly headsOnly: boolean;
  /** Staff-hours, in whole parts. */
  readonly hours: number;
}

/**
 * How far the work reaches beyond the heads: of the pieces of evidence that say who took part, the share with teachers,
 * support staff or students. Coverage says how many pieces say so at all: where few do, the share says little.
 *
 * @param tagged whether evidence is tagged to the group
 * @param parts for each depth that is wanted the classes of evidence that count, as bits
 */
export function profileDepths(
  pieces: readonly Piece[],
  tagged: (tie: Tie) => boolean,
  parts: readonly number[],
): ProfileDepth[] {
  const sums = parts.map(() => new DepthSums());
  for (const { ties } of pieces) {
    let classes = 0;
    for (const tie of ties) classes |= 1 << classOf(tie, tagged(tie));
    const whole = pieceReach(ties);
    for (const [index, part] of parts.entries()) {
      const seen = classes & part;
      if (seen === 0) continue;
      const counts = (tie: Tie) => ((part >> classOf(tie, tagged(tie))) & 1) === 1;
      sums[index]!.add(seen === classes ? whole : pieceReach(ties.filter(counts)));
    }
  }
  return sums.map((one) => one.depth());
}

/** Whether somebody beyond leaders and governors took part. */
export function reachesTeachersOrStudents({ teachers, supportStaff, students }: Reach): boolean {
  return (teachers ?? 0) > 0 || (supportStaff ?? 0) > 0 || (students ?? 0) > 0;
}

/** Everyone of all the schools that a piece of evidence names. */
export function reachOf(ties: readonly Tie[]): Reach {
  const [first] = ties;
  if (ties.length === 1 && first !== undefined) return first.reach;
  return ties.map((tie) => tie.reach).reduce(addReach, unknownReach);
}

class DepthSums {
  #pieces = 0;
  #stated = 0;
  #deep = 0;
  #students = 0;
  #headsOnly = 0;
  #hours = 0;
  #deepHours = 0;

  add({ stated, deep, students, headsOnly, hours }: PieceReach): void {
    this.#pieces += 1;
    if (!stated) return;
    this.#stated += 1;
    this.#hours += hours;
    if (headsOnly) this.#headsOnly += 1;
    if (!deep) return;
    this.#deep += 1;
    this.#deepHours += hours;
    if (students) this.#students += 1;
  }

  depth(): ProfileDepth {
    return {
      pieces: this.#pieces,
      stated: this.#stated,
      reachingTeachersOrStudents: this.#deep,
      reachingStudents: this.#students,
      headsOnly: this.#headsOnly,
      share: ratio(this.#deep, this.#stated),
      shareOfHours: ratio(this.#deepHours, this.#hours),
      coverage: ratio(this.#stated, this.#pieces),
    };
  }
}

function pieceReach(ties: readonly Tie[]): PieceReach {
  const reach = reachOf(ties);
  const deep = reachesTeachersOrStudents(reach);
  return {
    stated: isStated(reach),
    deep,
    students: (reach.students ?? 0) > 0,
    headsOnly: (reach.heads ?? 0) + (reach.governors ?? 0) > 0 && (reach.middleLeaders ?? 0) === 0 && !deep,
    hours: hoursOf(ties),
  };
}

function isStated({ heads, middleLeaders, teachers, supportStaff, students, governors }: Reach): boolean {
  return (
    heads !== null ||
    middleLeaders !== null ||
    teachers !== null ||
    supportStaff !== null ||
    students !== null ||
    governors !== null
  );
}

function hoursOf(ties: readonly Tie[]): number {
  let hours = 0;
  for (const { flows } of ties)
    for (const { unit, parts } of flows) if (unit === 'staff-hours') hours += parts;
  return hours;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
