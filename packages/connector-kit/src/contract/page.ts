import type { Place } from '@collegial/model';

/** A page of rows as the source gave them, and where to go on after it. */
export interface Page<Cursor = unknown> {
  /** Rows as received, unchecked. What `reject()` made stands for a row that could not even be read. */
  readonly rows: readonly unknown[];
  /**
   * Place of the page: `page`, `file`, and `row` or `line` of its first row. Row n of the page is at `row + n`.
   */
  readonly place: Place;
  /** Line of each row, for text files in which a row can span lines. */
  readonly lines?: readonly number[];
  /**
   * Where reading goes on after this page; committed together with its records. `undefined`: this page is no
   * place to resume at, the next one with a cursor is.
   */
  readonly cursor?: Cursor;
  /**
   * How many rows there are in all in this read, when the source says or the end has been reached.
   * Completeness is verified against the last one given.
   */
  readonly total?: number;
}

/** Makes a page; a function only so that a connector reads well. */
export function page<Cursor>(
  rows: readonly unknown[],
  options: Omit<Page<Cursor>, 'rows'> = { place: {} },
): Page<Cursor> {
  return { rows, ...options };
}
