export { fromRecords } from '@collegial/connector-kit';
export { catalogue, defineIndicator, evaluate } from '@collegial/indicators';
export { publish } from '@collegial/release';
export { openRelease } from '@collegial/release/reader';
export { openStore } from '@collegial/store';
export { sync } from '@collegial/sync';
export { type CollegialConfig, defineConfig } from './config/define-config.ts';
export { fromEnvironment } from './config/from-environment.ts';
