import type { ProfilePart } from '@collegial/model';
import type { Tie } from '../ties/tie.ts';

/**
 * Evidence of a group stands in four classes – tagged to it or not, agreed or unconfirmed – so that each part of a profile is
 * a set of classes, written as bits, and every tie is looked at once for all of them.
 */
export type EvidenceClass = 0 | 1 | 2 | 3;

/** Derived and confirmed evidence, tagged or not. */
export const agreedClasses = 0b0101;

/** The parts of a profile in their order, each with its classes as bits. */
export const profileParts: readonly {
  readonly part: ProfilePart;
  readonly unconfirmed: boolean;
  readonly classes: number;
}[] = [
  { part: 'tagged', unconfirmed: false, classes: 0b0001 },
  { part: 'tagged', unconfirmed: true, classes: 0b0011 },
  { part: 'untagged', unconfirmed: false, classes: 0b0100 },
  { part: 'untagged', unconfirmed: true, classes: 0b1100 },
  { part: 'all', unconfirmed: false, classes: agreedClasses },
  { part: 'all', unconfirmed: true, classes: 0b1111 },
];

/** The class of a tie: its bit is `1 << class`. */
export function classOf(tie: Tie, tagged: boolean): EvidenceClass {
  if (tagged) return tie.basis === 'unconfirmed' ? 1 : 0;
  return tie.basis === 'unconfirmed' ? 3 : 2;
}
