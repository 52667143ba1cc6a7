import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type CsvColumn, type CsvValues, outcomeOf, type Rejected, readCsv } from '@collegial/connector-kit';
import { CollegialError, type ErrorCode, type Place } from '@collegial/model';

/** A row that cannot be used, where it is and why; never its content. */
export interface SetAside {
  readonly place: Place;
  readonly code: ErrorCode;
  readonly reason: string;
}

/** What was read from one file. */
export interface FileReport {
  /** Its name, without its directory. */
  readonly file: string;
  /** Rows, the heading not counted. */
  readonly rows: number;
  /** Rows that could not be used. */
  readonly setAside: number;
  /** At most 1,000 of those. */
  readonly faults: readonly SetAside[];
}

const mostFaults = 1000;

/**
 * Reads the rows of a CSV file that the command line names. `use` takes a row, or says why it cannot be used.
 *
 * @throws CollegialError `file.*`, `csv.*`
 */
export async function readRows<Field extends string>(
  name: string,
  directory: string,
  columns: Readonly<Record<Field, CsvColumn>>,
  use: (values: CsvValues<Field>) => Rejected | undefined,
): Promise<FileReport> {
  const path = resolve(directory, name);
  const file = basename(path);
  if (!existsSync(path))
    throw new CollegialError({
      code: 'file.not-found',
      message: 'The file does not exist.',
      place: { file },
      fix: 'Correct its path in the command.',
    });
  const faults: SetAside[] = [];
  let rows = 0;
  let setAside = 0;
  for await (const { line, values } of readCsv({ path, columns })) {
    rows += 1;
    const fault = outcomeOf(values) === 'rejected' ? (values as Rejected) : use(values as CsvValues<Field>);
    if (fault === undefined) continue;
    setAside += 1;
    const { code, reason, field } = fault;
    if (faults.length < mostFaults)
      faults.push({ place: { file, line, ...(field === undefined ? {} : { field }) }, code, reason });
  }
  return { file, rows, setAside, faults };
}
