export {
  type AgreementCover,
  type Purpose,
  type RequireAgreementOptions,
  requireAgreement,
} from './agreement/require-agreement.ts';
export { type CollaborationOptions, type Evidence, gatherEvidence } from './evidence/gather-evidence.ts';
export { ledger } from './ledger/ledger.ts';
export { ledgerOf } from './ledger/ledger-of.ts';
export { defaultLevelThresholds, type LevelThresholds, levelRulesVersion } from './levels/level-rules.ts';
export { type PairLevelsOptions, pairLevels } from './levels/pair-levels.ts';
export { type PairLevelsOfOptions, pairLevelsOf } from './levels/pair-levels-of.ts';
export { largestFullEvent, standingKinds } from './recorded/activity-ties.ts';
export { type SchoolsOfScopeOptions, type ScopeSchools, schoolsOfScope } from './schools/schools-of-scope.ts';
export { excludedAppointmentKinds, excludedEmployerKinds } from './shared-staff/read-posts.ts';
export type { SharedPost } from './shared-staff/shared-posts-of.ts';
export {
  type SharedStaffOptions,
  type SharedStaffParameters,
  sharedStaff,
} from './shared-staff/shared-staff.ts';
export type { Basis, Flow, FlowUnit, Tie } from './ties/tie.ts';
