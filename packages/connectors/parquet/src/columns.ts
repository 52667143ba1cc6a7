import { type Column, columnName, type EntityName, tableLayout } from '@collegial/model';
import type { ParquetConfig } from './parquet-config.ts';

/** Columns of a store's export that say where a row came from. */
export const sourceColumn = 'source_id';
export const shadowColumn = 'shadowed';

/** A field of an entity and where its values come from: a column of the file, or the name of a folder. */
export type FieldColumn = { readonly field: string; readonly type: Column['type'] } & (
  | { readonly column: string }
  | { readonly column?: undefined; readonly stated: unknown }
);

/** The fields of an entity that a file has. Every other column is never read. */
export function fieldColumns(
  config: ParquetConfig,
  entity: EntityName,
  columns: readonly string[],
  folders: ReadonlyMap<string, string | null>,
): FieldColumn[] {
  return tableLayout(entity).columns.flatMap(({ field, type }): FieldColumn[] => {
    const named = config.columns[entity]?.[field];
    const names = named === undefined ? [columnName(field), field] : [named];
    for (const name of names) {
      const column = findColumn(columns, name);
      if (column !== undefined) return [{ field, type, column }];
      const stated = folders.get(name);
      if (stated !== undefined) return [{ field, type, stated: statedAs(type, stated) }];
    }
    return [];
  });
}

/** A column by its name; some writers change the case of names. */
export function findColumn(columns: readonly string[], name: string): string | undefined {
  const lower = name.toLowerCase();
  return columns.includes(name) ? name : columns.find((column) => column.toLowerCase() === lower);
}

/** Names of folders are text. */
function statedAs(type: Column['type'], value: string | null): unknown {
  if (value === null || /^(VARCHAR|DATE|JSON)/.test(type)) return value;
  if (type === 'BOOLEAN') return value === 'true' || (value === 'false' ? false : value);
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}
