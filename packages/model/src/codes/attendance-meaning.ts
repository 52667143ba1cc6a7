/**
 * How a session counts in official statistics.
 * `present` and `approved-activity` are attendance; `authorised` and `unauthorised` are absence; these four together
 * are the possible sessions; `not-possible` is left out of them.
 */
export type StatisticalMeaning =
  | 'present'
  | 'approved-activity'
  | 'authorised'
  | 'unauthorised'
  | 'not-possible';

/** How a session counts in the law on attendance registers; it can differ from the statistical meaning. */
export type LegalMeaning =
  | 'present'
  | 'attending-elsewhere'
  | 'absent'
  | 'unable-to-attend'
  | 'administrative';

/** What an attendance code means, in law and in statistics kept apart. */
export interface AttendanceMeaning {
  readonly legal: LegalMeaning;
  readonly statistical: StatisticalMeaning;
  /** Late: before the register closed (attendance), or after (absence). */
  readonly late?: 'before-close' | 'after-close';
}
