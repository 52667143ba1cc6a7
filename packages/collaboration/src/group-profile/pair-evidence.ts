import { processes } from '@collegial/model';
import type { Tie } from '../ties/tie.ts';
import { classOf } from './evidence-classes.ts';

/** What two schools of a group have in a year, by class of evidence: all that its networks and its breadth rest on. */
export interface PairEvidence {
  readonly schools: readonly [string, string];
  /** Classes, as bits, with evidence in the year, and in the year before. */
  now: number;
  before: number;
  /** For each class the processes in which there is evidence, as bits in the book's order. */
  readonly processes: [number, number, number, number];
  /** For each class who gives knowledge or resources: bit 0 the first to the second, bit 1 the second to the first. */
  readonly giving: [number, number, number, number];
  /** Weights as joint events of what is derived or confirmed. */
  readonly weights: number[];
}

/** What {@link pairEvidenceOf} needs to know. */
export interface PairEvidenceOptions {
  /** Schools of the group, sorted. */
  readonly schools: readonly string[];
  /** Ties between them in the year, and in the one before it. */
  readonly ties: readonly Tie[];
  readonly before: readonly Tie[];
  readonly tagged: (tie: Tie) => boolean;
}

const placeOf = new Map(processes.map(({ id }, place) => [id, place]));

/** The pairs of a group that have evidence in the year or the one before it, sorted by school. */
export function pairEvidenceOf({ schools, ties, before, tagged }: PairEvidenceOptions): PairEvidence[] {
  const position = new Map(schools.map((school, index) => [school, index]));
  const pairs = new Map<number, PairEvidence>();
  const pairOfTie = ({ schools: [one, other] }: Tie) => {
    const key = position.get(one)! * schools.length + position.get(other)!;
    let pair = pairs.get(key);
    if (pair === undefined) {
      pair = {
        schools: [one, other],
        now: 0,
        before: 0,
        processes: [0, 0, 0, 0],
        giving: [0, 0, 0, 0],
        weights: [],
      };
      pairs.set(key, pair);
    }
    return pair;
  };
  for (const tie of ties) {
    const pair = pairOfTie(tie);
    const kept = classOf(tie, tagged(tie));
    pair.now |= 1 << kept;
    pair.processes[kept] |= 1 << (placeOf.get(tie.process) ?? 0);
    if (tie.flow !== 'none')
      for (const { provider, parts } of tie.flows)
        if (parts > 0) pair.giving[kept] |= provider === tie.schools[0] ? 1 : 2;
    if (tie.basis !== 'unconfirmed') pair.weights.push(tie.eventWeight);
  }
  for (const tie of before) pairOfTie(tie).before |= 1 << classOf(tie, tagged(tie));
  return [...pairs].sort(([one], [other]) => one - other).map(([, pair]) => pair);
}

/** What stands in some of the classes, put together. */
export function bitsOf(byClass: PairEvidence['processes'], classes: number): number {
  let bits = 0;
  for (let one = 0; one < 4; one++) if ((classes >> one) & 1) bits |= byClass[one]!;
  return bits;
}
