import { type LevelThresholds, type PairLevel, parseAcademicYear } from '@collegial/model';
import type { QueryEngine } from '@collegial/query';
import { type CollaborationOptions, gatherEvidence } from '../evidence/gather-evidence.ts';
import { yearsBack } from './level-rules.ts';
import { pairLevelsOf } from './pair-levels-of.ts';

/** Options of {@link pairLevels}. */
export interface PairLevelsOptions extends Omit<CollaborationOptions, 'yearsBack'> {
  /** Thresholds other than `defaultLevelThresholds`. */
  readonly thresholds?: Partial<LevelThresholds>;
}

/**
 * The level of collaboration of every pair of schools of a scope in an academic year, looking at that year and the one
 * before it (B1): association, cooperation, collaboration or collegiality, each with the criteria that are met and
 * missed, the evidence, the kinds of records in which a link could have been seen, and how firm the level is. What no
 * partner has confirmed counts only in `levelWithUnconfirmed`; what is disputed in neither. Records that schools keep
 * anyway can show collaboration at most; with one year of history collegiality is too early to tell. `reading` says so.
 *
 * @throws CollegialError `agreement.missing`, `scope.unknown`, `period.invalid`, `argument.invalid`
 *
 * @example
 * ```ts
 * import { pairLevels } from '@collegial/collaboration';
 *
 * const pairs = await pairLevels(store, { scope: { kind: 'group', id: 'A' }, period: '2023/24' });
 * pairs[0]?.reading; // 'Collaboration.'
 * pairs[0]?.criteria.filter((criterion) => !criterion.met); // what is missing for the next level
 * ```
 */
export async function pairLevels(engine: QueryEngine, options: PairLevelsOptions): Promise<PairLevel[]> {
  const { thresholds, ...asked } = options;
  const evidence = await gatherEvidence(engine, { ...asked, yearsBack: yearsBack(thresholds) });
  return pairLevelsOf({
    schools: evidence.schools,
    ties: evidence.ties,
    academicYear: parseAcademicYear(options.period),
    observed: evidence.observed,
    held: evidence.held,
    ...(thresholds === undefined ? {} : { thresholds }),
  });
}
