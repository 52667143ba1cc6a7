export type { AccountSummary } from './action-learning/accounts-of.ts';
export { type ActionLearningOptions, actionLearning } from './action-learning/action-learning.ts';
export {
  type ActionLearning,
  type ActionLearningRecords,
  actionLearningOf,
  largestSet,
} from './action-learning/action-learning-of.ts';
export { type ActionLearningRow, actionLearningSql } from './action-learning/action-learning-sql.ts';
export {
  type CycleProgress,
  type CycleRecord,
  type CycleStep,
  cycleSteps,
} from './action-learning/cycles-of.ts';
export type { Account } from './action-learning/read-accounts.ts';
export {
  type AgreementCover,
  type Purpose,
  type RequireAgreementOptions,
  requireAgreement,
} from './agreement/require-agreement.ts';
export { type AssessedCasePair, assessCase } from './cases/assess-case.ts';
export type { CaseActivity, CasePair, CasePart, CasePost, ChapterCase } from './cases/chapter-case.ts';
export { chapterCases } from './cases/chapter-cases.ts';
export {
  type DerivedEvidence,
  type DerivedEvidenceOptions,
  type DerivedParameters,
  derivedEvidence,
} from './derived/derived-evidence.ts';
export { derivedTies } from './derived/derived-ties.ts';
export type { Excluded } from './derived/detection.ts';
export { type CollaborationOptions, type Evidence, gatherEvidence } from './evidence/gather-evidence.ts';
export { type Explainable, explain } from './explain/explain.ts';
export type { ExplainOptions } from './explain/naming.ts';
export { groupConditionRules, sixConditionsInstrument } from './group-profile/conditions/group-conditions.ts';
export { type GroupProfileOptions, groupProfile } from './group-profile/group-profile.ts';
export { type GroupProfileOfOptions, groupProfileOf } from './group-profile/group-profile-of.ts';
export {
  type AttainmentRecord,
  type FundingRecord,
  type GroupRecords,
  type HeadDeparture,
  noGroupRecords,
  type OutsidePart,
  type ReviewAnswer,
  type RoleRecord,
  type YearOfTies,
} from './group-profile/group-records.ts';
export { yearOfTies } from './group-profile/observed-history.ts';
export {
  defaultProfileThresholds,
  type ProfileThresholds,
  profileRulesVersion,
} from './group-profile/profile-thresholds.ts';
export { type ReadGroupRecordsOptions, readGroupRecords } from './group-profile/read/read-group-records.ts';
export * from './grouping/index.ts';
export type { JointSign, JointStructure } from './joint-structures/joint-structure.ts';
export { catalogueSchools, numberingShare } from './joint-structures/shared-courses-of.ts';
export { ledger } from './ledger/ledger.ts';
export { ledgerOf } from './ledger/ledger-of.ts';
export { evidenceKinds, type RecordsHeld } from './levels/evidence-coverage.ts';
export { type ExplainLevelOptions, explainLevel } from './levels/explain-level.ts';
export { type LevelAt, type LevelChange, levelChanges } from './levels/level-changes.ts';
export { type LevelHistory, type LevelHistoryOptions, levelHistory } from './levels/level-history.ts';
export { defaultLevelThresholds, type LevelThresholds, levelRulesVersion } from './levels/level-rules.ts';
export { type LevelSummary, levelSummariesOf } from './levels/level-summaries-of.ts';
export { nameSchools } from './levels/name-schools.ts';
export { normaliseAim } from './levels/normalise-aim.ts';
export { type PairLevelsOptions, pairLevels } from './levels/pair-levels.ts';
export { type PairLevelsOfOptions, pairLevelsOf } from './levels/pair-levels-of.ts';
export { agreedValuesInstrument } from './levels/read-agreed-values.ts';
export type { UnrecordedMoves } from './managed-moves/managed-moves-of.ts';
export type { CollaborationMeasure } from './measures/collaboration-measure.ts';
export { collaborationMeasures } from './measures/collaboration-measures.ts';
export { renderCollaborationMeasures } from './measures/render-collaboration-measures.ts';
export * from './network/index.ts';
export type { Disengagement } from './partnership/disengagement-of.ts';
export type { ExpertiseCoverage } from './partnership/expertise-coverage.ts';
export type { MutualBenefit } from './partnership/mutual-benefit.ts';
export { type PartnershipOptions, partnership } from './partnership/partnership.ts';
export { type PartnershipResult, partnershipOf } from './partnership/partnership-of.ts';
export type { PartnershipRecords } from './partnership/partnership-records.ts';
export { type PartnershipRow, partnershipSql } from './partnership/partnership-sql.ts';
export type { KnownActivity } from './record-activity/about-activity.ts';
export { confirm, dispute, type WordOptions } from './record-activity/give-word.ts';
export type { NewActivity, NewParticipation, RecordActivityOptions } from './record-activity/new-activity.ts';
export { recordActivity } from './record-activity/record-activity.ts';
export type { MayWrite, WriteOptions, WriteRequest } from './record-activity/write-options.ts';
export { largestFullEvent } from './recorded/activity-ties.ts';
export { type SchoolsOfScopeOptions, type ScopeSchools, schoolsOfScope } from './schools/schools-of-scope.ts';
export type { PlaceLine } from './shared-places/place-lines.ts';
export { type Provision, provisionOf } from './shared-places/provision.ts';
export { excludedAppointmentKinds, excludedEmployerKinds } from './shared-staff/read-posts.ts';
export type { SharedPost } from './shared-staff/shared-posts-of.ts';
export {
  type SharedStaffOptions,
  type SharedStaffParameters,
  sharedStaff,
} from './shared-staff/shared-staff.ts';
export type { StaffMove } from './staff-moves/staff-move-lines.ts';
export type { MoveSign } from './staff-moves/staff-moves-of.ts';
export type { Basis, Flow, FlowUnit, Tie } from './ties/tie.ts';
