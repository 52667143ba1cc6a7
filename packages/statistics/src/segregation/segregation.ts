import { dissimilarity } from './dissimilarity.ts';
import { etaSquared, isolation } from './exposure.ts';
import { gini } from './gini.ts';
import { gorard } from './gorard.ts';
import { atkinson, hutchens } from './hutchens.ts';
import { mutualInformation, theil } from './information.ts';
import { type Schools, schoolTable } from './school-table.ts';

/** The indices of segregation of two groups, by name. */
export const segregationIndices = {
  dissimilarity,
  gorard,
  isolation,
  etaSquared,
  theil,
  mutualInformation,
  hutchens,
  gini,
  atkinson: (schools: Schools) => atkinson(schools),
} as const satisfies Readonly<Record<string, (schools: Schools) => number | null>>;

/** Name of an index of segregation. */
export type SegregationIndex = keyof typeof segregationIndices;

/** Names of all indices, in the order in which they are shown. */
export const segregationIndexNames = Object.keys(segregationIndices) as SegregationIndex[];

/** How unevenly a group is spread over the schools of an area; indices are `null` where there is nobody to be apart from. */
export interface Segregation extends Readonly<Record<SegregationIndex, number | null>> {
  /** Schools with students. */
  readonly schools: number;
  readonly students: number;
  /** Students of the group. */
  readonly group: number;
  /** The group's share of all students; `null` without students. */
  readonly share: number | null;
}

/**
 * All indices of segregation of two groups at once. No figure depends on the order of the schools.
 *
 * @throws RangeError for counts that make no sense
 *
 * @example
 * ```ts
 * import { segregation } from '@collegial/statistics';
 *
 * const { gorard, dissimilarity } = segregation([{ group: 30, total: 100 }, { group: 10, total: 100 }]);
 * gorard; // 0.25: a quarter of the group would have to change places with others
 * dissimilarity; // 0.3125
 * ```
 */
export function segregation(schools: Schools): Segregation {
  const table = schoolTable(schools);
  const indices = Object.fromEntries(
    segregationIndexNames.map((name) => [name, segregationIndices[name](table)]),
  ) as Record<SegregationIndex, number | null>;
  const { groupSum, totalSum } = table;
  return {
    schools: table.total.length,
    students: totalSum,
    group: groupSum,
    share: totalSum === 0 ? null : groupSum / totalSum,
    ...indices,
  };
}
