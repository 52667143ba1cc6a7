import { CollegialError } from '@collegial/model';
import { outcomeOf, type Rejected, reject } from '../contract/mapped.ts';
import { BareObject } from './bare-object.ts';
import { byteSource, type FileInput } from './byte-source.ts';
import { type CsvColumn, type CsvLayout, layoutOf } from './csv-columns.ts';
import type { CsvRecord } from './csv-record.ts';
import { csvRecords } from './csv-records.ts';
import { scanText, type TextScan } from './scan-text.ts';
import { textChunks } from './text-chunks.ts';

/**
 * A row by field, on an object that inherits nothing: no heading can be mistaken for something that objects
 * have.
 */
export type CsvValues<Field extends string = string> = Readonly<Record<Field, string | undefined>>;

/** A row of a CSV file. */
export interface CsvRow<Field extends string = string> {
  /** 1-based line on which it begins. */
  readonly line: number;
  /** 1-based number among the rows, the heading not counted, malformed ones counted. */
  readonly row: number;
  /** The row, or why it could not be read; sync counts the latter as quarantined. */
  readonly values: CsvValues<Field> | Rejected;
}

/** Options of {@link openCsv} and {@link readCsv}. */
export type CsvOptions<Field extends string = string> = FileInput & {
  /** Wanted columns by the field they become; absent: every column, by its heading. */
  readonly columns?: Readonly<Record<Field, CsvColumn>>;
  /** Default: the one of comma, semicolon, tab and bar that the heading line has most of. */
  readonly delimiter?: string;
  /** Default 4 GiB. */
  readonly maxBytes?: number;
  /** Longest row in characters; default 1 048 576. A quote that is never closed is found after so many. */
  readonly maxRowLength?: number;
};

/** So many rows set aside, and more than half of all, are a file of another kind. */
const mostRejected = 10_000;
/** Characters that are looked at for the delimiter. */
const longestHeading = 64 * 1024;

/** A CSV file whose heading has been read. */
export interface CsvFile<Field extends string = string> extends CsvLayout, TextScan {
  readonly name: string;
  /** The rows, in groups as they are read, from the beginning each time it is called. */
  groups(): AsyncGenerator<CsvRow<Field>[], void, undefined>;
}

/**
 * Opens a CSV file: finds its encoding, reads its heading and matches the wanted columns.
 *
 * @throws CollegialError `file.*`, `csv.missing-column`, `csv.malformed`
 */
export async function openCsv<Field extends string = string>(
  options: CsvOptions<Field>,
): Promise<CsvFile<Field>> {
  const source = await byteSource(options);
  const { maxBytes, maxRowLength = 1024 ** 2 } = options;
  const scan = await scanText(source, maxBytes === undefined ? {} : { maxBytes });
  const delimiter = options.delimiter ?? (await findDelimiter(textChunks(source, scan)));
  const records = () => csvRecords(textChunks(source, scan), { file: source.name, delimiter, maxRowLength });
  const layout = layoutOf(await firstRecord(records(), source.name), options.columns, source.name);

  return {
    name: source.name,
    ...scan,
    ...layout,
    async *groups() {
      let row = 0;
      let rejected = 0;
      let heading = true;
      for await (const group of records()) {
        const rows: CsvRow<Field>[] = [];
        for (const record of group) {
          if (heading) {
            heading = false;
            continue;
          }
          row += 1;
          const values = valuesOf(record, layout) as CsvRow<Field>['values'];
          rows.push({ line: record.line, row, values });
          if (outcomeOf(values) !== undefined) rejected += 1;
          if (rejected > mostRejected && rejected * 2 > row) throw notTheFile(source.name, record.line);
        }
        if (rows.length > 0) yield rows;
      }
    },
  };
}

function valuesOf(record: CsvRecord, { fields, headings }: CsvLayout): Record<string, string> | Rejected {
  if ('malformed' in record) return reject(record.malformed, { code: 'csv.malformed' });
  const { values } = record;
  if (values.length < headings.length || values.slice(headings.length).some((value) => value !== ''))
    return reject(`The row has ${values.length} fields, the heading ${headings.length}.`, {
      code: 'csv.malformed',
    });
  const named = new BareObject();
  for (const { field, index } of fields) named[field] = values[index] as string;
  return named;
}

async function firstRecord(records: AsyncIterable<CsvRecord[]>, file: string): Promise<readonly string[]> {
  for await (const [first] of records) {
    if (first === undefined) continue;
    if ('values' in first) return first.values;
    throw new CollegialError({
      code: 'csv.malformed',
      message: `The line of headings cannot be read. ${first.malformed}`,
      place: { file, line: first.line },
    });
  }
  return [];
}

function notTheFile(file: string, line: number): CollegialError {
  return new CollegialError({
    code: 'csv.malformed',
    message: 'So many rows do not fit the headings that the file is likely to be something else.',
    place: { file, line },
  });
}

async function findDelimiter(chunks: AsyncIterable<string>): Promise<string> {
  let start = '';
  for await (const chunk of chunks) {
    start = (start + chunk).trimStart();
    if (start.length > longestHeading || /[\r\n]/.test(start)) break;
  }
  const [heading = ''] = start.slice(0, longestHeading).split(/[\r\n]/, 1);
  const unquoted = heading.replaceAll(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map((delimiter) => ({
    delimiter,
    count: unquoted.split(delimiter).length,
  }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}
