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

function differences(table: StoredTable, existing: ReadonlyMap<string, string>): string[] {
  const statements: string[] = [];
  for (const { name, type } of table.columns) {
    const found = existing.get(name);
    if (found === undefined) {
      const value = defaultOf(table, name);
      statements.push(
        `alter table data.${table.name} add column "${name}" ${type}${value === null ? '' : ` default ${value}`}`,
      );
    } else if (found !== type) {
      throw layoutChanged(table, name, `is ${found} in the file and ${type} in this version`);
    }
  }
  const wanted = new Set(table.columns.map(({ name }) => name));
  for (const name of existing.keys())
    if (!wanted.has(name)) statements.push(`alter table data.${table.name} drop column "${name}"`);
  return statements;
}

interface Field {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown };
}

/** SQL literal of what a record from before the column existed has in it. */
function defaultOf(table: StoredTable, name: string): string | null {
  const column = table.layout?.columns.find((candidate) => candidate.name === name);
  if (table.layout === undefined || column === undefined)
    throw layoutChanged(table, name, 'is new and has no default');
  const shape = entities[table.layout.entity].schema.shape as unknown as Record<string, Field>;
  const { success, data } = (shape[column.field] as Field).safeParse(undefined);
  if (!success) throw layoutChanged(table, name, 'is new and has no default');
  if (data === null) return null;
  const text = typeof data === 'object' ? JSON.stringify(data) : String(data);
  return `cast('${text.replaceAll("'", "''")}' as ${column.type})`;
}

function layoutChanged(table: StoredTable, column: string, what: string): CollegialError {
  return new CollegialError({
    code: 'store.layout-changed',
    message: `Column ${column} of table ${table.name} ${what}.`,
  });
}
