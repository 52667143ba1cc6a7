import { CollegialError } from '@collegial/model';
import { Parser } from 'csv-parse';

/** A record as the file has it, or why there is none at that line. */
export type CsvRecord =
  | { readonly line: number; readonly values: string[] }
  | { readonly line: number; readonly malformed: string };

/** Options of {@link csvRecords}. */
export interface CsvRecordsOptions {
  readonly file: string;
  readonly delimiter: string;
  /** Longest record, in bytes. */
  readonly maxRecordBytes: number;
}

/** After so many malformed lines the file is something else than CSV. */
const mostMalformed = 10_000;
/** And so many bytes read a second time because of them. */
const mostReadAgain = 2 * 1024 ** 3;
/** Bytes given to the parser at once: what is parsed in vain when a line is malformed. */
const pieceBytes = 16 * 1024;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Reads records with their lines, in groups as they come. A record that breaks the rules – most often by a quote that is not closed – is told
 * with the line it begins on, and reading goes on at the next line: only one line is lost, not the rest of the file.
 *
 * @throws CollegialError `csv.malformed` when hardly any line can be read
 */
export async function* csvRecords(
  chunks: AsyncIterable<Buffer>,
  { file, delimiter, maxRecordBytes }: CsvRecordsOptions,
): AsyncGenerator<CsvRecord[], void, undefined> {
  /** Bytes from the end of the last record on: they begin at `offset` of what the parser at work was fed, which ends at `fed`. */
  let kept: Buffer = Buffer.alloc(0);
  let offset = 0;
  let fed = 0;
  let line = 1;
  let records: CsvRecord[] = [];
  let malformed = 0;
  let readAgain = 0;

  const advance = (to: number) => {
    const size = to - offset;
    line += countLines(kept, size);
    kept = kept.subarray(size);
    offset = to;
  };
  const passBlankLines = () => advance(offset + leadingBreaks(kept));
  const begin = () =>
    createParser(delimiter, maxRecordBytes, (values, end) => {
      passBlankLines();
      if (values.some((value) => value !== '')) records.push({ line, values });
      advance(end);
    });
  let parser = begin();

  /** Tells the record at hand as malformed; a new parser begins at the line after its first. */
  const passOver = (error: unknown) => {
    malformed += 1;
    readAgain += fed - offset;
    if (malformed > mostMalformed || readAgain > mostReadAgain) throw notCsv(file, line);
    passBlankLines();
    records.push({ line, malformed: reasonOf(error) });
    advance(offset + lineEnd(kept));
    offset = 0;
    fed = 0;
    parser = begin();
  };
  const feed = async () => {
    while (fed - offset < kept.length) {
      const piece = kept.subarray(fed - offset, fed - offset + pieceBytes);
      fed += piece.length;
      const failure = await parser.write(piece);
      if (failure !== undefined) passOver(failure);
    }
  };

  for await (const chunk of chunks) {
    kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    await feed();
    if (records.length > 0) yield records;
    records = [];
  }
  for (let failure = await parser.end(); failure !== undefined; failure = await parser.end()) {
    passOver(failure);
    await feed();
  }
  if (records.length > 0) yield records;
}

function createParser(
  delimiter: string,
  maxRecordBytes: number,
  take: (values: string[], end: number) => void,
) {
  const parser = new Parser({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxRecordBytes,
    on_record: (values: string[], { bytes }: { bytes: number }) => {
      take(values, bytes);
      return null;
    },
  });
  parser.on('error', () => undefined);
  parser.resume();
  return {
    write: (chunk: Buffer) =>
      new Promise<unknown>((resolve) => parser.write(chunk, (error) => resolve(error ?? undefined))),
    end: () =>
      new Promise<unknown>((resolve) => {
        parser.once('error', resolve);
        parser.once('end', () => resolve(undefined));
        parser.end();
      }),
  };
}

/** Line breaks before the first byte of a record: empty lines. */
function leadingBreaks(bytes: Buffer): number {
  let count = 0;
  while (bytes[count] === lineFeed || bytes[count] === carriageReturn) count += 1;
  return count;
}

/** Lines are counted here, since the parser takes CR LF inside quotes for two. */
function countLines(bytes: Buffer, size: number): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at !== -1 && at < size; at = bytes.indexOf(lineFeed, at + 1))
    count += 1;
  if (count > 0) return count;
  for (let at = 0; at < size; at += 1) if (bytes[at] === carriageReturn) count += 1;
  return count;
}

function lineEnd(bytes: Buffer): number {
  const feed = bytes.indexOf(lineFeed);
  if (feed !== -1) return feed + 1;
  const carriage = bytes.indexOf(carriageReturn);
  return carriage === -1 ? bytes.length : carriage + 1;
}

/** The parser's own message quotes the data. */
function reasonOf(error: unknown): string {
  const reasons: Record<string, string> = {
    CSV_QUOTE_NOT_CLOSED: 'A quote is opened and never closed.',
    CSV_MAX_RECORD_SIZE: 'The record is longer than the limit; a quote may not be closed.',
    CSV_INVALID_CLOSING_QUOTE:
      'A closing quote is followed by text, or a quote inside a field is not doubled.',
    INVALID_OPENING_QUOTE: 'A quote stands inside a field that does not begin with one.',
  };
  return reasons[(error as { code?: string }).code ?? ''] ?? 'The line breaks the rules of CSV.';
}

function notCsv(file: string, line: number): CollegialError {
  return new CollegialError({
    code: 'csv.malformed',
    message: 'So many lines break the rules of CSV that the file is likely to be something else.',
    place: { file, line },
  });
}
