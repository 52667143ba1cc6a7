export { DfeConfig, DfeFileSettings } from './dfe-config.ts';
export { dfe } from './dfe-connector.ts';
export { dfeMeasure, dfeMeasures } from './dfe-measures.ts';
export type { DfeFile } from './dfe-schemas.ts';
export { dfeSymbols } from './dfe-symbols.ts';
export { type FoundFiles, findFiles, type UnreadFile } from './find-files.ts';
export {
  type DfeMeasure,
  type MeasureColumns,
  type MeasureTable,
  type MeasureUnit,
  subgroups,
} from './measures/measure.ts';
export { type DfeTable, dfeTables } from './tables.ts';
