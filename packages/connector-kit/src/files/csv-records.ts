import type { CsvRecord } from './csv-record.ts';
import { CsvScanner, type CsvScannerOptions } from './csv-scanner.ts';

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
