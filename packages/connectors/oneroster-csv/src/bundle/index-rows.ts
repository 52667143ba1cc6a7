import { outcomeOf, readCsv } from '@collegial/connector-kit';
import type { Bundles } from './open-bundles.ts';
import { owned } from './owned.ts';
import { statusOf } from './row-status.ts';
import { columnsOf, newestParts, partsOf } from './table-parts.ts';
import type { TableName } from './tables.ts';

/** What rows of a table say, by a key: only what a join needs, since all of it is held in memory. */
export interface RowIndex<Value> {
  get(key: string): Value | undefined;
  readonly size: number;
  /** True when the whole table is known: a key without a value does not exist. */
  readonly whole: boolean;
  /** True when at least one bundle has the table. */
  readonly given: boolean;
}

/** Options of {@link indexRows}. */
export interface IndexOptions<Value> {
  readonly table: TableName;
  /** Column by which the rows are looked up; several rows can share one. */
  readonly by: string;
  /** What is kept of a row; `before` is what an earlier row with the same key left. Texts in it must be {@link owned}. */
  readonly keep: (values: Readonly<Record<string, string>>, before: Value | undefined) => Value | undefined;
  readonly signal?: AbortSignal;
  /** See {@link columnsOf}. */
  readonly extensions?: readonly string[];
}

/**
 * Reads a table into an index. A row that several bundles state counts as the newest states it; rows that are gone, or that
 * cannot be read, are left out (the stream of that table reports them).
 */
export async function indexRows<Value>(
  bundles: Bundles,
  { table, by, keep, signal, extensions = [] }: IndexOptions<Value>,
): Promise<RowIndex<Value>> {
  const found = partsOf(bundles, table);
  const newest = await newestParts(bundles, table, found);
  const kept = new Map<string, Value>();
  for (const [part, { source, processing }] of found.parts.entries()) {
    for await (const { values } of readCsv({
      ...source,
      columns: columnsOf(table, bundles.version, extensions),
    })) {
      if (outcomeOf(values) !== undefined) continue;
      const row = values as Readonly<Record<string, string>>;
      if ((newest.get(row.sourcedId as string) ?? part) !== part) continue;
      if (statusOf(row, processing) !== 'active') continue;
      const key = row[by] as string;
      const before = kept.get(key);
      const value = keep(row, before);
      if (value !== undefined) kept.set(before === undefined ? owned(key) : key, value);
    }
    signal?.throwIfAborted();
  }
  return { get: (key) => kept.get(key), size: kept.size, whole: found.whole, given: found.parts.length > 0 };
}
