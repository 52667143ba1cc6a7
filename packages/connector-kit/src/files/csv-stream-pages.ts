import * as z from 'zod';
import type { ReadContext } from '../contract/context.ts';
import type { Page } from '../contract/page.ts';
import { type CsvFile, type CsvOptions, type CsvRow, openCsv } from './open-csv.ts';

/** Where reading of CSV files goes on. */
export const CsvCursor = z.object({
  /** Name of the file under way. */
  file: z.string(),
  /** Its content's fingerprint: another content begins anew. */
  fingerprint: z.string(),
  /** Rows of it that are done. */
  rows: z.int().min(0),
  /** Rows of the files before it. */
  before: z.int().min(0),
});
export type CsvCursor = z.infer<typeof CsvCursor>;

/** Cursor of a stream that reads CSV files: give it as the stream's `cursor`. */
export const csvCursor = { schema: CsvCursor, version: 1, resumeOnly: true } as const;

/** Options of {@link csvStreamPages}. */
export interface CsvStreamPagesOptions<Field extends string = string> {
  /** One file or several, read one after the other. */
  readonly files: readonly CsvOptions<Field>[];
  /** What the stream was given; its cursor, its restart and its signal are used. */
  readonly context: Pick<ReadContext<unknown, CsvCursor>, 'cursor' | 'restart' | 'signal'>;
  /** Rows of a page; default 1000. */
  readonly size?: number;
  /** Called when a file has been opened, for example to look at unknown columns. */
  readonly onOpen?: (file: CsvFile<Field>) => void;
}

/**
 * Reads CSV files as pages of a stream. Every page is a place to resume at; a file whose content has changed
 * since is read anew. The last page gives the total, so that a file read to its end counts as verified. Rows
 * that cannot be read go along as rejections.
 *
 * @throws CollegialError `file.*`, `csv.*`
 * @example
 * ```ts
 * import { csvCursor, csvStreamPages, stream } from '@collegial/connector-kit';
 * import * as z from 'zod';
 *
 * const schools = stream<{ path: string }>()({
 *   entity: 'Organisation', title: 'Schools', deletes: 'snapshot-diff', cursor: csvCursor,
 *   wire: z.object({ urn: z.string(), name: z.string() }),
 *   read: (context) =>
 *     csvStreamPages({
 *       context,
 *       files: [{ path: context.config.path, columns: { urn: 'URN', name: ['EstablishmentName', 'School name'] } }],
 *     }),
 *   map: ({ urn, name }) => ({ id: `urn:${urn}`, kind: 'school' as const, name }),
 * });
 * ```
 */
export async function* csvStreamPages<Field extends string = string>({
  files,
  context: { cursor, restart, signal },
  size = 1000,
  onOpen,
}: CsvStreamPagesOptions<Field>): AsyncGenerator<Page<CsvCursor>, void, undefined> {
  let from = cursor;
  const opened: CsvFile<Field>[] = [];
  if (from !== undefined) {
    for (const options of files) {
      const file = await openCsv(options);
      opened.push(file);
      if (file.name === from.file) break;
    }
    const there = opened.at(-1);
    if (there?.name !== from.file || there.fingerprint !== from.fingerprint) {
      restart(`The file “${from.file}” has changed.`);
      from = undefined;
    }
  }
  let before = from?.before ?? 0;
  const first = from === undefined ? 0 : opened.length - 1;
  for (let index = first; index < files.length; index += 1) {
    const file = opened[index] ?? (await openCsv(files[index] as CsvOptions<Field>));
    onOpen?.(file);
    const skip = index === first ? (from?.rows ?? 0) : 0;
    let done = skip;
    const isLast = index === files.length - 1;
    for await (const { rows, last } of inPages(file, skip, size)) {
      signal.throwIfAborted();
      done += rows.length;
      yield {
        rows: rows.map((row) => row.values),
        lines: rows.map((row) => row.line),
        place: { file: file.name, row: done - rows.length + 1 },
        cursor: { file: file.name, fingerprint: file.fingerprint, rows: done, before },
        ...(last && isLast && { total: before + done }),
      };
    }
    before += done;
  }
}

/**
 * Pages of a file after the rows that are done; the last is known to be it, and comes even when it is empty.
 */
async function* inPages<Field extends string>(file: CsvFile<Field>, skip: number, size: number) {
  let rows: CsvRow<Field>[] = [];
  for await (const group of file.groups()) {
    for (const row of group) {
      if (row.row <= skip) continue;
      if (rows.length === size) {
        yield { rows, last: false };
        rows = [];
      }
      rows.push(row);
    }
  }
  yield { rows, last: true };
}
