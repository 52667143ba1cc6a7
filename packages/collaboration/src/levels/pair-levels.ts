import { type PairLevel, parseAcademicYear } from '@collegial/model';
import type { QueryEngine } from '@collegial/query';
import { type CollaborationOptions, gatherEvidence } from '../evidence/gather-evidence.ts';
import type { LevelThresholds } from './level-rules.ts';
import { pairLevelsOf } from './pair-levels-of.ts';

/** Options of {@link pairLevels}. */
export interface PairLevelsOptions extends CollaborationOptions {
  /** Thresholds other than `defaultLevelThresholds`. */
  readonly thresholds?: Partial<LevelThresholds>;
}

/**
 * The level of collaboration of every pair of schools of a scope in an academic year, looking at that year and the one
 * before it (B1). These rules assess as far as cooperation; `highestLevelAssessed` says so, and a pair at that level may
 * well stand higher. What no partner has confirmed counts only in `levelWithUnconfirmed`; what is disputed in neither.
 *
 * @throws CollegialError `agreement.missing`, `scope.unknown`, `period.invalid`
 *
 * @example
 * ```ts
 * import { pairLevels } from '@collegial/collaboration';
 *
 * const pairs = await pairLevels(store, { scope: { kind: 'group', id: 'A' }, period: '2023/24' });
 * pairs[0]?.criteria.filter((criterion) => !criterion.met); // what is missing for the next level
 * ```
 */
export async function pairLevels(engine: QueryEngine, options: PairLevelsOptions): Promise<PairLevel[]> {
  const { schools, ties } = await gatherEvidence(engine, options);
  return pairLevelsOf({
    schools,
    ties,
    academicYear: parseAcademicYear(options.period),
    ...(options.thresholds === undefined ? {} : { thresholds: options.thresholds }),
  });
}
