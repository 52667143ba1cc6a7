export type { SdsCsvConfig } from './sds-csv-config.ts';
export { sdsCsv } from './sds-csv-connector.ts';
