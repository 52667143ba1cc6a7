import { type ByteSource, type CsvColumn, outcomeOf, readCsv } from '@collegial/connector-kit';
import type { Bundles } from './open-bundles.ts';
import { owned } from './owned.ts';
import { type OneRosterVersion, type TableDefinition, type TableName, tables } from './tables.ts';

/** One file of a table that is spread over bundles. */
export interface TablePart {
  readonly processing: 'bulk' | 'delta';
  readonly source: ByteSource;
}

/** The files that together state a table, newest first: changes, and the whole that they change. */
export interface TableParts {
  readonly parts: readonly TablePart[];
  /** True when the whole is among them: a row that is in none of them does not exist. */
  readonly whole: boolean;
}

/** Finds the files of a table: those of changes, back to the latest that came whole. */
export function partsOf({ all }: Bundles, name: TableName): TableParts {
  const parts: TablePart[] = [];
  for (const bundle of all) {
    const found = bundle.table(name);
    if (found === undefined) continue;
    const { processing } = found;
    const place = all.length === 1 ? found.source.name : `${bundle.name}/${found.source.name}`;
    const { stamp } = found.source;
    const source = { name: place, ...(stamp !== undefined && { stamp }), open: () => found.source.open() };
    parts.push({ processing, source });
    if (processing === 'bulk') return { parts, whole: true };
  }
  return { parts, whole: false };
}

/**
 * The columns to ask a file for: those that its version requires, and those that are used when they are there.
 *
 * @param extensions keys of extensions, which stand in columns `metadata.key`
 */
export function columnsOf(
  name: TableName,
  version: OneRosterVersion,
  extensions: readonly string[] = [],
): Record<string, CsvColumn> {
  const { required, optional }: TableDefinition = tables[name];
  const columns: Record<string, CsvColumn> = {
    status: { names: 'status', required: false },
    dateLastModified: { names: 'dateLastModified', required: false },
  };
  for (const column of required) columns[column] = column;
  for (const column of [...optional, ...extensions.map((key) => `metadata.${key}`)])
    columns[column] = { names: column, required: false };
  // In 1.1 a user has one role and organisations; in 1.2 these are rows of roles.csv.
  if (name === 'users' && version === '1.1')
    for (const column of ['role', 'orgSourcedIds']) columns[column] = column;
  return columns;
}

/**
 * Which file decides about each record that changes state: the newest that states it, by its position among the files. Records that are not in here
 * are stated by the oldest file alone.
 */
export async function newestParts(
  { version }: Bundles,
  table: TableName,
  { parts }: TableParts,
): Promise<ReadonlyMap<string, number>> {
  const newest = new Map<string, number>();
  for (const [part, { source }] of parts.slice(0, -1).entries())
    for await (const { values } of readCsv({ ...source, columns: columnsOf(table, version) })) {
      if (outcomeOf(values) !== undefined) continue;
      const { sourcedId } = values as { sourcedId: string };
      if (!newest.has(sourcedId)) newest.set(owned(sourcedId), part);
    }
  return newest;
}
