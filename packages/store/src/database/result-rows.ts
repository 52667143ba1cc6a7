import { CollegialError } from '@collegial/model';
import type { Row, SqlValue } from '@collegial/query';
import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  type DuckDBResult,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api';

/** The rows of a result as plain values; see `SqlValue` for how each type arrives. */
export async function resultRows(result: DuckDBResult): Promise<Row[]> {
  const names = result.deduplicatedColumnNames();
  const rows: Record<string, SqlValue>[] = [];
  for (const chunk of await result.fetchAllChunks()) {
    const first = rows.length;
    for (let row = 0; row < chunk.rowCount; row++) rows.push({});
    names.forEach((name, column) => {
      chunk.getColumnValues(column).forEach((value, row) => {
        (rows[first + row] as Record<string, SqlValue>)[name] = plainValue(value, name);
      });
    });
  }
  return rows;
}

/** One value of DuckDB as a plain one. */
export function plainValue(value: DuckDBValue, column: string): SqlValue {
  switch (typeof value) {
    case 'number':
    case 'string':
    case 'boolean':
      return value;
    case 'bigint':
      if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) throw tooLarge(column);
      return Number(value);
  }
  if (value === null) return null;
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBDecimalValue) return Number(value.toString());
  if (value instanceof DuckDBListValue) return value.items.map((item) => plainValue(item, column));
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue)
    return value.toString();
  throw new CollegialError({
    code: 'store.query-failed',
    message: `Column ${column} has a type that no row can hold.`,
    fix: 'Cast it to a number, text, boolean, date or list in the query.',
  });
}

function tooLarge(column: string): CollegialError {
  return new CollegialError({
    code: 'store.query-failed',
    message: `Column ${column} holds a whole number beyond 2^53, which would lose digits.`,
    fix: 'Cast it to VARCHAR or DOUBLE in the query.',
  });
}
