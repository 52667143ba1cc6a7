import { openCsv, outcomeOf, type Rejected } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import type { Cells, Unreadable } from './activities-schemas.ts';

/** A row with its number and line in the file; its cells by column, or why it could not be read. */
export type NumberedRow = { readonly row: number; readonly line: number } & (
  | { readonly cells: Cells }
  | Unreadable
);

/** `Starts on` and `starts-on` are `starts_on`. */
const columnOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_');

/**
 * Reads the rows of a sheet, whatever its encoding and delimiter.
 *
 * @throws CollegialError `csv.missing-column`, `file.*`
 */
export async function* readRows(
  path: string,
  required: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<NumberedRow> {
  const csv = await openCsv({ path });
  const columns = new Map(csv.headings.map((heading) => [columnOf(heading), heading]));
  const missing = required.find((column) => !columns.has(column));
  if (missing !== undefined) {
    throw new CollegialError({
      code: 'csv.missing-column',
      message: `The column “${missing}” is missing.`,
      fix: `Add it; the sheet needs at least ${required.join(', ')}.`,
      place: { file: csv.name, line: 1, field: missing },
    });
  }
  for await (const group of csv.groups()) {
    signal?.throwIfAborted();
    for (const { row, line, values } of group) {
      if (outcomeOf(values) !== undefined) {
        const { code, reason, field } = values as Rejected;
        yield { row, line, unreadable: reason, code, ...(field === undefined ? {} : { field }) };
        continue;
      }
      const cells: Record<string, string> = {};
      for (const [column, heading] of columns) cells[column] = ((values as Cells)[heading] ?? '').trim();
      yield { row, line, cells };
    }
  }
}
