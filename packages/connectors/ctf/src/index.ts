export { type AssessmentRule, assessmentRules } from './assessment-rules.ts';
export { CtfConfig } from './ctf-config.ts';
export { ctf } from './ctf-connector.ts';
export { type CtfVersion, ctfVersions } from './ctf-versions.ts';
