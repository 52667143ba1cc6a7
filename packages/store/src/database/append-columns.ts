import { type DuckDBConnection, DuckDBDataChunk, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';

/** Rows that DuckDB handles at a time. */
export const chunkRows = 2048;

/** A column to append: typed numbers are copied as they are, other values one by one. */
export interface AppendedColumn {
  readonly type: DuckDBType;
  readonly values: readonly DuckDBValue[] | NumberColumn;
}

/** Numbers in the engine's own layout; none of them null. */
export type NumberColumn = Int32Array | Uint8Array | Int16Array | BigUint64Array;

/**
 * Appends columns to a table by whole chunks. Measured on 20,000 rows: 4 ms for seven number columns, 35 ms for six of
 * text; JSON parsed by the engine took three times as long.
 */
export async function appendColumns(
  connection: DuckDBConnection,
  table: string,
  columns: readonly AppendedColumn[],
): Promise<void> {
  const count = columns[0]?.values.length ?? 0;
  const appender = await connection.createAppender(table);
  const chunk = DuckDBDataChunk.create(columns.map(({ type }) => type));
  try {
    for (let start = 0; start < count; start += chunkRows) {
      const end = Math.min(start + chunkRows, count);
      chunk.reset();
      chunk.rowCount = end - start;
      columns.forEach(({ values }, index) => {
        if (Array.isArray(values)) chunk.setColumnValues(index, values.slice(start, end));
        else copyNumbers(chunk, index, (values as NumberColumn).subarray(start, end));
      });
      appender.appendDataChunk(chunk);
    }
  } finally {
    appender.closeSync();
  }
}

function copyNumbers(chunk: DuckDBDataChunk, index: number, numbers: NumberColumn): void {
  const vector = chunk.getColumnVector(index) as unknown as {
    items: { set(values: NumberColumn): void };
    flush(): void;
  };
  vector.items.set(numbers);
  vector.flush();
}
