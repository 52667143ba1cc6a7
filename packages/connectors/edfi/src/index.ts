export type { DescriptorAdditions, DescriptorName } from './descriptors/additions.ts';
export { AssessmentSetting, EdfiConfig } from './edfi-config.ts';
export { edfi } from './edfi-connector.ts';
