export { AspectSetting, WondeConfig } from './wonde-config.ts';
export { wonde } from './wonde-connector.ts';
