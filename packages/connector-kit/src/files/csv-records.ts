import { CsvScanner, type CsvScannerOptions } from './csv-scanner.ts';

/** A record as the file has it, or why there is none at that line. */
export type CsvRecord =
  | { readonly line: number; readonly values: string[] }
  | { readonly line: number; readonly malformed: string };

/**
 * Reads records with their lines, in groups as they come.
 *
 * @throws CollegialError `csv.malformed` when hardly any line can be read
 */
export async function* csvRecords(
  chunks: AsyncIterable<string>,
  options: CsvScannerOptions,
): AsyncGenerator<CsvRecord[], void, undefined> {
  const scanner = new CsvScanner(options);
  for await (const chunk of chunks) {
    const records = scanner.push(chunk);
    if (records.length > 0) yield records;
  }
  const rest = scanner.end();
  if (rest.length > 0) yield rest;
}
