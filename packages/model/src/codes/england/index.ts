export { englandAttendanceCodes } from './attendance-codes.ts';
export { type EnrolmentStatus, englandEnrolmentStatusCodes } from './enrolment-status-codes.ts';
export { type EthnicGroup, englandEthnicityCodes } from './ethnicity-codes.ts';
export { englandExclusionReasonCodes } from './exclusion-reason-codes.ts';
export { type ExclusionKind, englandExclusionTypeCodes } from './exclusion-type-codes.ts';
export { englandLanguageCodes, type LanguageMeaning } from './language-codes.ts';
export { englandSenProvisionCodes, type SenProvision } from './sen-provision-codes.ts';
export { englandSenTypeCodes } from './sen-type-codes.ts';
