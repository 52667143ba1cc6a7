export { ArborConfig } from './arbor-config.ts';
export { arbor } from './arbor-connector.ts';
