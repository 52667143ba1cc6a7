import { CollegialError } from '@collegial/model';
import { csvFields } from './csv-fields.ts';
import type { CsvRecord } from './csv-record.ts';

/** Options of {@link CsvScanner}. */
export interface CsvScannerOptions {
  /** File name, for errors. */
  readonly file: string;
  readonly delimiter: string;
  /** Longest record, in characters. */
  readonly maxRowLength: number;
}

/** After so many malformed lines the file is something else than CSV. */
const mostMalformed = 10_000;
const tooLong = 'The line is longer than the limit.';
const misquoted = 'A quote is never closed, stands inside a field without quotes, or is followed by text.';

/**
 * Cuts text, as it comes, into records with their lines. Lines that are empty or hold delimiters alone are
 * passed over. A record that breaks the rules – most often by a quote that is never closed – is told with the
 * line it begins on, and reading goes on at the next line: one line is lost, not the rest of the file.
 */
export class CsvScanner {
  readonly #options: CsvScannerOptions;
  #kept = '';
  #at = 0;
  #line = 1;
  #malformed = 0;
  #ended = false;
  /** True inside a line that is too long, of which the rest is not kept. */
  #dropping = false;
  /** Line feeds, unless the file has carriage returns alone. */
  #break: '\n' | '\r' | undefined;
  #records: CsvRecord[] = [];

  constructor(options: CsvScannerOptions) {
    this.#options = options;
  }

  /**
   * Records that are whole with this text.
   *
   * @throws CollegialError `csv.malformed`
   */
  push(text: string): CsvRecord[] {
    this.#kept = this.#kept.slice(this.#at) + text;
    this.#at = 0;
    this.#records = [];
    this.#break ??= this.#findBreak();
    if (this.#break === undefined) return [];
    while (this.#at < this.#kept.length && this.#take());
    return this.#records;
  }

  /** What is left when all text has come. */
  end(): CsvRecord[] {
    this.#ended = true;
    return this.push('');
  }

  /** Takes one line or record; false when more text is needed. */
  #take(): boolean {
    const { delimiter, maxRowLength } = this.#options;
    const end = this.#lineEnd(this.#at);
    if (end === undefined) return this.#dropLongLine();
    if (this.#dropping) {
      this.#dropping = false;
      return this.#go(end, 1);
    }
    const text = this.#text(this.#at, end);
    if (text.length > maxRowLength) return this.#passOver(end, tooLong);
    const values = csvFields(text, delimiter);
    if (values !== undefined) return this.#found(values, end, 1);
    return isOdd(countOf('"', text, 0, text.length)) ? this.#takeLines(end) : this.#passOver(end, misquoted);
  }

  /** Takes a record that goes on over the end of its first line, since a quote is open there, to the end of the line that closes it. */
  #takeLines(firstEnd: number): boolean {
    const { delimiter, maxRowLength } = this.#options;
    for (let from = firstEnd + 1; ; ) {
      const quote = this.#kept.indexOf('"', from);
      const end = quote === -1 ? undefined : this.#lineEnd(quote);
      const tooFar = (end ?? this.#kept.length) - this.#at > maxRowLength;
      if (tooFar || (end === undefined && this.#ended)) return this.#passOver(firstEnd, misquoted);
      if (end === undefined) return false;
      if (isOdd(countOf('"', this.#kept, quote, end))) {
        const values = csvFields(this.#text(this.#at, end), delimiter);
        if (values === undefined) return this.#passOver(firstEnd, misquoted);
        return this.#found(values, end, countOf(this.#break as string, this.#kept, this.#at, end) + 1);
      }
      from = end + 1;
    }
  }

  #found(values: string[], end: number, lines: number): boolean {
    if (values.some((value) => value !== '')) this.#records.push({ line: this.#line, values });
    return this.#go(end, lines);
  }

  #passOver(end: number, malformed: string): boolean {
    this.#tell(malformed);
    return this.#go(end, 1);
  }

  #go(end: number, lines: number): boolean {
    this.#at = end + 1;
    this.#line += lines;
    return true;
  }

  #dropLongLine(): boolean {
    if (this.#kept.length - this.#at <= this.#options.maxRowLength) return false;
    if (!this.#dropping) this.#tell(tooLong);
    this.#dropping = true;
    this.#at = this.#kept.length;
    return false;
  }

  #tell(malformed: string): void {
    this.#malformed += 1;
    if (this.#malformed > mostMalformed)
      throw new CollegialError({
        code: 'csv.malformed',
        message: 'So many lines break the rules of CSV that the file is likely to be something else.',
        place: { file: this.#options.file, line: this.#line },
      });
    this.#records.push({ line: this.#line, malformed });
  }

  /** A carriage return at the end of what has come may be the first half of a line break. */
  #findBreak(): '\n' | '\r' | undefined {
    if (this.#kept.includes('\n')) return '\n';
    const at = this.#kept.indexOf('\r');
    if (at !== -1 && (at < this.#kept.length - 1 || this.#ended)) return '\r';
    return this.#ended || this.#kept.length > this.#options.maxRowLength ? '\n' : undefined;
  }

  /** Where the line from a place ends; the end of the text when no more comes. */
  #lineEnd(from: number): number | undefined {
    const end = this.#kept.indexOf(this.#break as string, from);
    if (end !== -1) return end;
    return this.#ended && from < this.#kept.length ? this.#kept.length : undefined;
  }

  /** Text of a record, without the carriage return that belongs to its line break. */
  #text(from: number, end: number): string {
    const feed = this.#break === '\n' && this.#kept.charCodeAt(end - 1) === 0x0d && end > from;
    return this.#kept.slice(from, feed ? end - 1 : end);
  }
}

/** How often a character stands between two places of a text. */
function countOf(character: string, text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf(character, from); at !== -1 && at < to; at = text.indexOf(character, at + 1))
    count += 1;
  return count;
}

function isOdd(count: number): boolean {
  return count % 2 === 1;
}
