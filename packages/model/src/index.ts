export { type ActivityKind, type ActivityUnit, type Process, processes } from './activity/activity-kind.ts';
export { activityKind, activityKinds } from './activity/activity-kinds.ts';
export { defineActivityKinds } from './activity/define-activity-kinds.ts';
export { SharingAgreement } from './agreement/sharing-agreement.ts';
export * from './codes/index.ts';
export type {
  BulkBatch,
  BulkBeside,
  BulkCondition,
  BulkFile,
  BulkOutcome,
  BulkRead,
  BulkResult,
  BulkValue,
  HmacPads,
} from './contracts/bulk.ts';
export type { Dataset } from './contracts/dataset.ts';
export type { Inbox, InboxEntry, PlacedEntry } from './contracts/inbox.ts';
export { type InboxState, inboxState, type StandingActivity } from './contracts/inbox-state.ts';
export type {
  Checkpoint,
  DeleteUnseenOptions,
  LoadBatch,
  LoadResult,
  LoadTarget,
} from './contracts/load-target.ts';
export type { Quarantined } from './contracts/quarantined.ts';
export {
  type EntityInput,
  type EntityName,
  type EntityRecord,
  entities,
  entityNames,
} from './entity/entities.ts';
export type { EntityDefinition } from './entity/entity.ts';
export { jsonSchema } from './entity/json-schema.ts';
export { recordCheck } from './entity/record-check.ts';
export { type Reference, references } from './entity/references.ts';
export {
  type Column,
  columnName,
  type TableLayout,
  tableLayout,
  tableLayouts,
} from './entity/table-layout.ts';
export {
  CollegialError,
  type CollegialErrorOptions,
  describePlace,
  type Place,
} from './errors/collegial-error.ts';
export { type ErrorCode, type ErrorCodeEntry, errorCodes } from './errors/error-codes.ts';
export {
  AccountOfPractice,
  ActionLearningCycle,
  ActionLearningMember,
  ActionLearningSet,
} from './events/action-learning.ts';
export { Activity, Confirmation, Participation } from './events/activity.ts';
export { Assessment, Qualification } from './events/assessment.ts';
export { AttendanceMark, LessonMark } from './events/attendance-mark.ts';
export { Exclusion, Transfer } from './events/exclusion.ts';
export { Review, SurveyResponse } from './events/voice.ts';
export * from './grades/index.ts';
export * from './ids.ts';
export { Enrolment } from './people/enrolment.ts';
export { Appointment, Staff } from './people/staff.ts';
export { Student, StudentCharacteristic } from './people/student.ts';
export { Calendar } from './places/calendar.ts';
export { Designation } from './places/designation.ts';
export { Funding } from './places/funding.ts';
export { Organisation } from './places/organisation.ts';
export { OrganisationLink } from './places/organisation-link.ts';
export {
  Partnership,
  PartnershipExpertise,
  PartnershipMember,
  PartnershipProtocol,
} from './places/partnership.ts';
export { GroupMember, GroupRole, SchoolGroup } from './places/school-group.ts';
export { SchoolMeasure } from './published/school-measure.ts';
export { englandQualifications } from './reference/england-qualifications.ts';
export { Class, ClassEnrolment, Subject, Teaching } from './teaching/teaching.ts';
export {
  type AcademicYear,
  academicYearOf,
  academicYearSpan,
  formatAcademicYear,
  parseAcademicYear,
} from './time/academic-year.ts';
export {
  type CollaborationLevel,
  collaborationLevels,
  type EvidenceCoverage,
  type EvidenceKind,
  type LedgerEntry,
  type LevelCriterion,
  type LevelThresholds,
  type LevelVariations,
  type PairLevel,
} from './wire/collaboration.ts';
export {
  type Audience,
  type EditionDocument,
  type EditionManifest,
  editionSchemaVersion,
  type IndicatorCard,
  type PublishedFigure,
  type SchoolFigures,
} from './wire/edition.ts';
export type {
  AttainmentDiversity,
  ConditionStatus,
  Continuity,
  EvidenceCount,
  GivingNetwork,
  GroupCondition,
  GroupProfile,
  LevelCount,
  LinkNetwork,
  PersonLeaves,
  ProcessBreadth,
  ProfileDepth,
  ProfileGuards,
  ProfileMeasures,
  ProfilePart,
  Remaining,
  SchoolContribution,
  SchoolLeaves,
  Survival,
  SurvivalStep,
} from './wire/group-profile.ts';
export type {
  AreaSchool,
  AreaSpread,
  AreaState,
  GapState,
  IndicatorResult,
  MeanState,
  ModelCohort,
  ModelState,
  RatioState,
  ResultFlag,
  State,
  StateBase,
  Subgroup,
  ValueSums,
} from './wire/indicator-result.ts';
export { formatScope, parseScope, type Scope, type ScopeKind } from './wire/scope.ts';
