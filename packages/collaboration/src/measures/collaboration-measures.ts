import type { CollaborationMeasure } from './collaboration-measure.ts';
import { groupMeasures } from './group-measures.ts';
import { jointRecordMeasures } from './joint-record-measures.ts';
import { networkMeasureCards } from './network-measure-cards.ts';
import { pairAndSchoolMeasures } from './pair-and-school-measures.ts';

/**
 * Every measure of collaboration as data: the part of the catalogue that is not made of units in a table of the store and
 * therefore has no SQL. The catalogue in the documentation is made from it.
 *
 * @example
 * ```ts
 * import { collaborationMeasures } from '@collegial/collaboration';
 *
 * collaborationMeasures.find(({ id }) => id === 'group.position')?.formula;
 * ```
 */
export const collaborationMeasures: readonly CollaborationMeasure[] = [
  ...pairAndSchoolMeasures,
  ...groupMeasures,
  ...networkMeasureCards,
  ...jointRecordMeasures,
];
