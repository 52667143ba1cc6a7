import { type AcademicYear, type CollaborationLevel, collaborationLevels } from '@collegial/model';
import type { LevelThresholds } from '../levels/level-rules.ts';
import { levelSummariesOf } from '../levels/level-summaries-of.ts';
import type { Tie } from '../ties/tie.ts';
import type { ExistingTie } from './table/school-row.ts';

/** What {@link existingTiesOf} needs to know. */
export interface ExistingTiesOptions {
  /** As `gatherEvidence` gives them. */
  readonly ties: readonly Tie[];
  /** Year whose levels count; the year before is looked at too. */
  readonly academicYear: AcademicYear;
  /** Schools that are to be grouped: ties with others are left out, as `suggestGroups` knows nothing of them. Default: all that have ties. */
  readonly schools?: readonly string[];
  /** Level from which a pair has a tie worth keeping. Default `cooperation`: one meeting binds nobody. */
  readonly from?: Exclude<CollaborationLevel, 'no-link-seen'>;
  /** Whether what nobody has confirmed counts. Default false. */
  readonly unconfirmed?: boolean;
  /** Thresholds other than `defaultLevelThresholds`. */
  readonly thresholds?: Partial<LevelThresholds>;
}

/**
 * Existing ties for `suggestGroups` and `suggestPartners` from gathered evidence: each pair of at least some level, with the
 * number of its level as weight – association 1, cooperation 2, collaboration 3, collegiality 4. What closer pairs would
 * lose counts for more; that the steps are equally far apart is a convention and no finding.
 *
 * Gathered evidence stands under a sharing agreement; what is proposed from it shows who works with whom, so it may be
 * shown to those who may see the levels.
 *
 * @throws CollegialError `argument.invalid` for a threshold that there is not, or that is not a number above 0
 *
 * @example
 * ```ts
 * import { existingTiesOf, gatherEvidence, suggestGroups } from '@collegial/collaboration';
 *
 * const { ties, schools } = await gatherEvidence(store, { scope: { kind: 'authority', id: 'L' }, period: '2023/24' });
 * const existing = existingTiesOf({ ties, academicYear: 2023, schools });
 * await suggestGroups(table, { ties: existing, existingTies: 'keep' });
 * ```
 */
export function existingTiesOf(options: ExistingTiesOptions): ExistingTie[] {
  const { ties, academicYear, from = 'cooperation', unconfirmed = false, thresholds } = options;
  const least = collaborationLevels.indexOf(from);
  return levelSummariesOf({
    schools: options.schools ?? ties.flatMap((tie) => tie.schools),
    ties,
    academicYear,
    linkedOnly: true,
    ...(thresholds === undefined ? {} : { thresholds }),
  }).flatMap(({ schools, level, levelWithUnconfirmed }) => {
    const weight = collaborationLevels.indexOf(unconfirmed ? levelWithUnconfirmed : level);
    return weight < least ? [] : [{ schools, weight }];
  });
}
