import { type GroupProfile, parseAcademicYear } from '@collegial/model';
import type { QueryEngine } from '@collegial/query';
import { gatherEvidence } from '../evidence/gather-evidence.ts';
import { yearsBack } from '../levels/level-rules.ts';
import type { PairLevelsOptions } from '../levels/pair-levels.ts';
import { pairLevelsOf } from '../levels/pair-levels-of.ts';
import { groupProfileOf } from './group-profile-of.ts';
import { observedHistory } from './observed-history.ts';
import type { ProfileThresholds } from './profile-thresholds.ts';
import { readGroupRecords } from './read/read-group-records.ts';

/** Options of {@link groupProfile}. */
export interface GroupProfileOptions extends PairLevelsOptions {
  /** Thresholds of the profile other than `defaultProfileThresholds`; those of the levels are `thresholds`. */
  readonly profileThresholds?: Partial<ProfileThresholds>;
  /** So many years before the period are looked at for what survived. Default 4. */
  readonly yearsBefore?: number;
  /** Id of the published measure of attainment that shows how unlike the schools are. Default `attainment-8`. */
  readonly attainmentMeasure?: string;
}

/**
 * The profile of a group in an academic year: how its pairs stand, how wide and how deep they work together, who gives
 * to whom, what would remain if a school or a person left, what went on from the year before and survived the end of
 * money or a head's departure, and which of the six conditions are met (B1–B5). Figures side by side, never one score.
 * It is exact: what partner schools see is made from protected ties by `@collegial/release`.
 *
 * @throws CollegialError `agreement.missing`, `scope.unknown`, `period.invalid`
 *
 * @example
 * ```ts
 * import { groupProfile } from '@collegial/collaboration';
 *
 * const profile = await groupProfile(store, { scope: { kind: 'group', id: 'A' }, period: '2023/24' });
 * profile.conditions.filter(({ status }) => status !== 'met').map(({ title, why }) => [title, ...why]);
 * ```
 */
export async function groupProfile(engine: QueryEngine, options: GroupProfileOptions): Promise<GroupProfile> {
  const { scope, asOf, thresholds, profileThresholds, attainmentMeasure, signal } = options;
  const evidence = await gatherEvidence(engine, { ...options, yearsBack: yearsBack(thresholds) });
  const academicYear = parseAcademicYear(options.period);
  const years = await observedHistory(engine, options, evidence, options.yearsBefore ?? 4);
  const records = await readGroupRecords(engine, {
    scope,
    evidence,
    since: years[0]?.academicYear ?? academicYear,
    ...(asOf === undefined ? {} : { asOf }),
    ...(attainmentMeasure === undefined ? {} : { attainmentMeasure }),
    ...(signal === undefined ? {} : { signal }),
  });
  const { schools, ties, observed, held } = evidence;
  const levelOptions = thresholds === undefined ? {} : { thresholds };
  return groupProfileOf({
    scope,
    schools,
    academicYear,
    ties,
    pairs: pairLevelsOf({ schools, ties, academicYear, observed, held, ...levelOptions }),
    years,
    records,
    ...(asOf === undefined ? {} : { asOf }),
    ...(profileThresholds === undefined ? {} : { thresholds: profileThresholds }),
  });
}
