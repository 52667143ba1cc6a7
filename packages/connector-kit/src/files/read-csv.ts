import { type CsvOptions, type CsvRow, openCsv } from './open-csv.ts';

/**
 * Reads the rows of a CSV file, one after the other, with their lines.
 *
 * @throws CollegialError `file.*`, `csv.missing-column`, `csv.malformed`
 * @example
 * ```ts
 * import { readCsv } from '@collegial/connector-kit';
 *
 * const bytes = Buffer.from('URN,School name\n100001,Hill School\n');
 * const columns = { urn: 'URN', name: ['School name', 'EstablishmentName'] };
 * for await (const { line, values } of readCsv({ name: 'schools.csv', bytes, columns })) {
 *   line; // 2
 *   values; // { urn: '100001', name: 'Hill School' }
 * }
 * ```
 */
export async function* readCsv<Field extends string = string>(
  options: CsvOptions<Field>,
): AsyncGenerator<CsvRow<Field>, void, undefined> {
  const file = await openCsv(options);
  for await (const group of file.groups()) yield* group;
}
