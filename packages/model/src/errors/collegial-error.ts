import { type ErrorCode, errorCodes } from './error-codes.ts';

const marker = Symbol.for('collegial.error');

/** Where in the input something went wrong. Never holds a value from the data, only its position. */
export interface Place {
  /** Source as named in the configuration, for example `wonde`. */
  readonly source?: string;
  /** Stream of the source, for example `students`. */
  readonly stream?: string;
  /** File name without its directory, or URL path without its query. */
  readonly file?: string;
  /** 1-based line of a text file. */
  readonly line?: number;
  /** 1-based row of data, the header not counted, or 1-based item on a page. */
  readonly row?: number;
  /** 1-based page of a paged source. */
  readonly page?: number;
  /** Field, column or path inside a record, for example `closeDate`. */
  readonly field?: string;
}

/** What a {@link CollegialError} is made from. */
export interface CollegialErrorOptions {
  /** Stable code; every code has a section in `docs/errors.md`. */
  readonly code: ErrorCode;
  /** What failed, in one sentence, without personal data or bodies. */
  readonly message: string;
  /** How to put it right; default: the remedy on the code's own documentation. */
  readonly fix?: string;
  /** Where it happened. */
  readonly place?: Place;
  /** The error underneath, if any. */
  readonly cause?: unknown;
}

/**
 * The one error type that Collegial throws on purpose: a stable `code`, a message that says what failed, where and how
 * to put it right, and a link to its documentation.
 *
 * @example
 * ```ts
 * import { CollegialError } from '@collegial/model';
 *
 * const error = new CollegialError({
 *   code: 'csv.missing-column',
 *   message: 'The column “URN” is missing.',
 *   place: { file: 'schools.csv', line: 1 },
 * });
 * CollegialError.isInstance(error); // true, also across copies of the package
 * error.code; // 'csv.missing-column'
 * ```
 */
export class CollegialError extends Error {
  override readonly name = 'CollegialError';
  /** Stable identifier of the kind of failure. */
  readonly code: ErrorCode;
  /** How to put it right. */
  readonly fix: string;
  /** Where it happened; empty when no place is known. */
  readonly place: Place;
  /** Documentation of this code. */
  readonly docs: string;

  constructor({ code, message, fix = errorCodes[code].fix, place = {}, cause }: CollegialErrorOptions) {
    const where = describePlace(place);
    super(
      `${message}${where === '' ? '' : ` (${where})`} ${fix}`,
      cause === undefined ? undefined : { cause },
    );
    Object.defineProperty(this, marker, { value: true });
    this.code = code;
    this.fix = fix;
    this.place = place;
    this.docs = `https://github.com/collegial/collegial/blob/main/docs/errors.md#${code.replaceAll('.', '')}`;
  }

  /** Tells whether a value is a CollegialError, also when two copies of this package are installed. */
  static isInstance(value: unknown): value is CollegialError {
    return typeof value === 'object' && value !== null && marker in value;
  }
}

/** A place in words, from the outside in: `wonde students, page 3, row 17, field upn`. */
export function describePlace(place: Place): string {
  const stream = [place.source, place.stream].filter(Boolean).join(' ');
  const parts = [
    stream,
    place.file,
    place.page === undefined ? '' : `page ${place.page}`,
    place.line === undefined ? '' : `line ${place.line}`,
    place.row === undefined ? '' : `row ${place.row}`,
    place.field === undefined ? '' : `field ${place.field}`,
  ];
  return parts.filter(Boolean).join(', ');
}
