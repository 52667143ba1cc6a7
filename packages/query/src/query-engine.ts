import type { Dialect } from './dialect.ts';
import type { Sql } from './sql.ts';

/** A value in a row: DECIMAL and DOUBLE come as number, BIGINT as number where it fits and else as an error, DATE as `YYYY-MM-DD`. */
export type SqlValue = string | number | boolean | null | readonly SqlValue[];

/** A row by column name. */
export type Row = Readonly<Record<string, SqlValue>>;

/** Options of a query. */
export interface QueryOptions {
  /** Stops the query; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Runs SQL over the views of this package: the store is one, a distributed engine is another. */
export interface QueryEngine {
  /** What the engine's SQL looks like. */
  readonly dialect: Dialect;
  /**
   * Runs a statement made by the `sql` tag and gives its rows. The order is that of the statement's `order by`.
   *
   * @throws CollegialError `store.query-failed`
   */
  query<Result extends object = Row>(statement: Sql, options?: QueryOptions): Promise<Result[]>;
  /** Id of the data as it is now: the same id means the same data, a load changes it. */
  snapshot(): Promise<string>;
}
