export type { FetchEdition, ReadEditionFile } from './edition-files.ts';
export { type DocumentOptions, type OpenReleaseOptions, openRelease, type Release } from './open-release.ts';
export type { Decompress } from './read-json.ts';
