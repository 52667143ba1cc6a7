export { ParquetConfig } from './parquet-config.ts';
export { parquet } from './parquet-connector.ts';
