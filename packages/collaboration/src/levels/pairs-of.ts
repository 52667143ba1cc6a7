import type { AcademicYear } from '@collegial/model';
import { countingOrder } from '../order/counting-order.ts';
import { positionsOf } from '../order/positions-of.ts';
import type { Tie } from '../ties/tie.ts';

/** A pair of schools with its ties, in the order in which these came. */
export interface PairOfSchools {
  readonly schools: readonly [string, string];
  readonly ties: readonly Tie[];
}

/** What {@link pairsOf} needs to know. */
export interface PairsOfOptions {
  readonly schools: readonly string[];
  readonly ties: readonly Tie[];
  /** Years whose ties are wanted. */
  readonly years: readonly AcademicYear[];
  /** True for only those pairs that have ties. */
  readonly linkedOnly: boolean;
}

/** The pairs of some schools in order, each with its ties of some years; time grows with the ties and the pairs that are wanted. */
export function pairsOf({ schools, ties, years, linkedOnly }: PairsOfOptions): PairOfSchools[] {
  const { ids, positionOf } = positionsOf(schools);
  const linked = linkedPairs(ids, positionOf, ties, new Set(years));
  if (linkedOnly) return linked;
  const pairs: PairOfSchools[] = [];
  let next = 0;
  for (const [index, one] of ids.entries())
    for (const other of ids.slice(index + 1)) {
      const found = linked[next];
      if (found?.schools[0] === one && found.schools[1] === other) {
        pairs.push(found);
        next += 1;
      } else pairs.push({ schools: [one, other], ties: [] });
    }
  return pairs;
}

function linkedPairs(
  ids: readonly string[],
  positionOf: ReadonlyMap<string, number>,
  ties: readonly Tie[],
  years: ReadonlySet<AcademicYear>,
): PairOfSchools[] {
  const own: Tie[] = [];
  const first = new Int32Array(ties.length);
  const second = new Int32Array(ties.length);
  for (const tie of ties) {
    if (!years.has(tie.academicYear)) continue;
    const one = positionOf.get(tie.schools[0]);
    const other = positionOf.get(tie.schools[1]);
    if (one === undefined || other === undefined || one >= other) continue;
    first[own.length] = one;
    second[own.length] = other;
    own.push(tie);
  }
  const bySecond = countingOrder(second.subarray(0, own.length), ids.length);
  const order = countingOrder(first.subarray(0, own.length), ids.length, bySecond);
  const pairs: PairOfSchools[] = [];
  for (let at = 0; at < order.length; ) {
    const row = order[at]!;
    const ofPair: Tie[] = [];
    for (; at < order.length; at++) {
      const tie = order[at]!;
      if (first[tie] !== first[row] || second[tie] !== second[row]) break;
      ofPair.push(own[tie]!);
    }
    pairs.push({ schools: own[row]!.schools, ties: ofPair });
  }
  return pairs;
}
