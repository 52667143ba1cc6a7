import { createHash } from 'node:crypto';
import { type StoredTable, storedTables } from '@collegial/query';

/** The tables of schema `data`, by name. */
export const tables: ReadonlyMap<string, StoredTable> = new Map(
  storedTables().map((table) => [table.name, table]),
);

/** `create table` for a stored table. Only what identifies a row is `not null`: the schemas of the model check the rest. */
export function createTable({ name, columns, layout }: StoredTable): string {
  const required = new Set(['source_id', 'shadowed', ...(layout?.key ?? [])]);
  const lines = columns.map(
    (column) => `"${column.name}" ${column.type}${required.has(column.name) ? ' not null' : ''}`,
  );
  return `create table data.${name} (${lines.join(', ')})`;
}

/** Changes when a table, a column or a type does. */
export function layoutHash(): string {
  const text = JSON.stringify([...tables.values()].map(({ name, columns }) => [name, columns]));
  return createHash('sha256').update(text).digest('hex');
}
