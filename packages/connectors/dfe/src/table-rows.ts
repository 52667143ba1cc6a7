import { openCsv, outcomeOf, type Rejected } from '@collegial/connector-kit';
import type { Aside, DfeFile, TableRow } from './dfe-schemas.ts';

/** A row with its number and line in the file, or why it could not be read. */
export type NumberedRow = { readonly row: number; readonly line: number } & (
  | TableRow
  | { readonly aside: Aside }
);

/**
 * The headings of a file, whatever its encoding.
 *
 * @throws CollegialError `file.*`, `csv.malformed`
 */
export async function readHeadings(path: string): Promise<readonly string[]> {
  return (await openCsv({ path })).headings;
}

/**
 * Reads the rows of a file; a line that breaks the rules of CSV, or has another number of fields than the heading, comes as an
 * {@link Aside} in its place.
 */
export async function* readRows(file: DfeFile, signal?: AbortSignal): AsyncGenerator<NumberedRow> {
  const csv = await openCsv({ path: file.path });
  for await (const group of csv.groups()) {
    signal?.throwIfAborted();
    for (const { row, line, values } of group) {
      if (outcomeOf(values) === undefined) {
        yield { row, line, file, cells: values as TableRow['cells'] };
        continue;
      }
      const { code, reason, field } = values as Rejected;
      yield {
        row,
        line,
        aside: { aside: 'rejected', reason, code, ...(field === undefined ? {} : { field }) },
      };
    }
  }
}
