export { OneRosterConfig } from './oneroster-config.ts';
export { oneroster } from './oneroster-connector.ts';
