import { type ByteSource, type CsvColumn, openFiles, outcomeOf, readCsv } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import { requiredTables, type TableName, tables } from './tables.ts';

/** Cells of a row by column; empty text where the file says nothing. */
export type Values = Readonly<Record<string, string | undefined>>;

/** An export of SDS 2.1, open. */
export interface SdsExport {
  /** A file with the columns to ask it for; `undefined` when it is an optional one that is not there. */
  table(
    name: TableName,
  ): (ByteSource & { readonly columns: Readonly<Record<string, CsvColumn>> }) | undefined;
  close(): void;
}

/**
 * Opens an export: a zip archive or a folder. Case in file names does not matter; the files may be in one folder of the archive.
 *
 * @throws CollegialError `file.not-found` when a required file is missing, `bundle.manifest` when the files are those of OneRoster; `zip.*`
 */
export async function openExport(path: string): Promise<SdsExport> {
  const { name: place, files, close } = await openFiles(path);
  try {
    const byName = new Map(files.map((file) => [file.name.toLowerCase(), file]));
    if (byName.has('manifest.csv')) throw isOneRoster(place);
    for (const table of requiredTables) if (!byName.has(`${table}.csv`)) throw missing(place, table);
    return {
      table(name) {
        const file = byName.get(`${name}.csv`.toLowerCase());
        return file === undefined
          ? undefined
          : { name: file.name, open: () => file.open(), columns: columnsOf(name) };
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

function columnsOf(name: TableName): Record<string, CsvColumn> {
  const { required, optional }: { required: readonly string[]; optional: readonly string[] } = tables[name];
  const columns: Record<string, CsvColumn> = {};
  for (const column of required) columns[column] = column;
  for (const column of optional) columns[column] = { names: column, required: false };
  return columns;
}

/**
 * Reads the rows of a table that can be read; its stream reports the others.
 *
 * @throws CollegialError `csv.missing-column`, `file.*`
 */
export async function* rowsOf(opened: SdsExport, name: TableName): AsyncGenerator<Values, void, undefined> {
  const source = opened.table(name);
  if (source === undefined) return;
  for await (const { values } of readCsv(source)) if (outcomeOf(values) === undefined) yield values as Values;
}

function missing(file: string, table: string): CollegialError {
  return new CollegialError({
    code: 'file.not-found',
    message: `The export has no ${table}.csv, which SDS 2.1 requires.`,
    fix: `Give the archive or folder that holds ${requiredTables.map((name) => `${name}.csv`).join(', ')}.`,
    place: { file },
  });
}

function isOneRoster(file: string): CollegialError {
  return new CollegialError({
    code: 'bundle.manifest',
    message: 'The files have a manifest.csv: they are a OneRoster bundle, and not an export of SDS 2.1.',
    fix: 'Use @collegial/connector-oneroster-csv for it.',
    place: { file },
  });
}
