import { absenceMeasures } from './measures/absence-measures.ts';
import { censusMeasures } from './measures/census-measures.ts';
import { ks2Measures } from './measures/ks2-measures.ts';
import { ks4Measures } from './measures/ks4-measures.ts';
import type { DfeMeasure } from './measures/measure.ts';

/**
 * Every measure that the connector reads: the ids found in `SchoolMeasure.measure`, their unit, official definition, and the
 * columns they come from, table by table.
 *
 * @example
 * ```ts
 * import { dfeMeasures } from '@collegial/connector-dfe';
 *
 * dfeMeasures.find(({ id }) => id === 'attainment-8')?.unit; // 'points'
 * ```
 */
export const dfeMeasures: readonly DfeMeasure[] = [
  ...ks4Measures,
  ...ks2Measures,
  ...absenceMeasures,
  ...censusMeasures,
];

/** The measure with this id, or `undefined`. */
export function dfeMeasure(id: string): DfeMeasure | undefined {
  return dfeMeasures.find((measure) => measure.id === id);
}
