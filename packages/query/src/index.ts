export { type DataTable, dataTables, type StoredColumn } from './data-tables.ts';
export { type Dialect, duckdb } from './dialect.ts';
export type { QueryEngine, QueryOptions, Row, SqlValue } from './query-engine.ts';
export { identifier, join, raw, type Sql, type SqlParameter, sql } from './sql.ts';
export { type StoredTable, storedTables } from './stored-tables.ts';
export type { View, ViewColumn } from './views/view.ts';
export { views } from './views/views.ts';
