export { type Bundle, openBundle } from './bundle/open-bundle.ts';
export type { Processing } from './bundle/read-manifest.ts';
export type { OneRosterVersion, TableName } from './bundle/tables.ts';
export type { OneRosterCsvConfig } from './oneroster-csv-config.ts';
export { oneRosterCsv } from './oneroster-csv-connector.ts';
