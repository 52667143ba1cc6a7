import type { Dialect } from '../dialect.ts';

/** A column of a view, documented. */
export interface ViewColumn {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

/** A view over the canonical tables: what indicators and collaboration read. */
export interface View {
  readonly name: string;
  /** What one row stands for. */
  readonly description: string;
  readonly columns: readonly ViewColumn[];
  /** The select statement over the tables of schema `data`, and over views that come before this one. */
  readonly sql: (dialect: Dialect) => string;
}

/** Short form for the columns of a view: `name type description`. */
export function columns(
  lines: readonly (readonly [name: string, type: string, description: string])[],
): ViewColumn[] {
  return lines.map(([name, type, description]) => ({ name, type, description }));
}
