import { CollegialError, entities } from '@collegial/model';
import type { StoredTable } from '@collegial/query';
import type { Writer } from '../database/writer.ts';
import { createTable } from './tables.ts';

/**
 * Brings the tables of an older file to the layout of this version: tables and columns that the model has gained are
 * added (a column with the default of its field), columns it has dropped are dropped.
 *
 * @returns names of the tables that changed
 * @throws CollegialError `store.layout-changed` when a column has another type, or is new and has no default
 */
export async function matchLayout(writer: Writer, expected: Iterable<StoredTable>): Promise<string[]> {
  const existing = new Map<string, Map<string, string>>();
  for (const [table, column, type] of await writer.rows(
    `select table_name, column_name, data_type from duckdb_columns() where schema_name = 'data'`,
  )) {
    const columns = existing.get(String(table)) ?? new Map<string, string>();
    existing.set(String(table), columns.set(String(column), String(type)));
  }
  const changed: string[] = [];
  for (const table of expected) {
    const columns = existing.get(table.name);
    const statements = columns === undefined ? [createTable(table)] : differences(table, columns);
    for (const statement of statements) await writer.run(statement);
    if (statements.length > 0) changed.push(table.name);
  }
  return changed;
}

/**
 * The statements that bring a table to its layout; none when it has it. The table is written anew: within one transaction the
 * engine does not change rows of a table that it has altered.
 */
function differences(table: StoredTable, existing: ReadonlyMap<string, string>): string[] {
  const values = table.columns.map(({ name, type }) => {
    const found = existing.get(name);
    if (found === undefined) return defaultOf(table, name);
    if (found !== type)
      throw layoutChanged(table, name, `is ${found} in the file and ${type} in this version`);
    return `"${name}"`;
  });
  const known = table.columns.every(({ name }) => existing.has(name));
  if (known && existing.size === table.columns.length) return [];
  return [
    `create or replace temp table carried_over as select * from data.${table.name}`,
    `drop table data.${table.name}`,
    createTable(table),
    `insert into data.${table.name} select ${values.join(', ')} from carried_over`,
    'drop table carried_over',
  ];
}

interface Field {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown };
}

/** SQL literal of what a record from before the column existed has in it. */
function defaultOf(table: StoredTable, name: string): string {
  const column = table.layout?.columns.find((candidate) => candidate.name === name);
  if (table.layout === undefined || column === undefined)
    throw layoutChanged(table, name, 'is new and has no default');
  const shape = entities[table.layout.entity].schema.shape as unknown as Record<string, Field>;
  const { success, data } = (shape[column.field] as Field).safeParse(undefined);
  if (!success) throw layoutChanged(table, name, 'is new and has no default');
  if (data === null) return 'null';
  const text = typeof data === 'object' ? JSON.stringify(data) : String(data);
  return `cast('${text.replaceAll("'", "''")}' as ${column.type})`;
}

function layoutChanged(table: StoredTable, column: string, what: string): CollegialError {
  return new CollegialError({
    code: 'store.layout-changed',
    message: `Column ${column} of table ${table.name} ${what}.`,
  });
}
