export { createPolicy, type Policy } from './policy.ts';
export { publish } from './publish.ts';
export type { Published, PublishOptions, PublishProgress } from './publish-options.ts';
export { openRelease } from './reader/open-release.ts';
