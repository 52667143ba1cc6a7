import { createHash } from 'node:crypto';
import { dirname, join, sep } from 'node:path';
import { type Page, page, type ReadContext } from '@collegial/connector-kit';
import type { EntityName } from '@collegial/model';
import { type FoundFile, findFiles, isExport } from './find-files.ts';
import { openParquet, type ParquetFile } from './format/open-parquet.ts';
import { readGroup } from './format/read-group.ts';
import type { ParquetConfig } from './parquet-config.ts';
import type { ParquetCursor, ParquetRow } from './parquet-schemas.ts';
import { rowReader } from './row-reader.ts';

/**
 * Reads the files of an entity, row group by row group: one row group is in memory at a time, and every page is a place to resume at.
 *
 * @throws CollegialError `file.*`, `parquet.malformed`
 */
export async function* readPages(
  context: ReadContext<ParquetConfig, ParquetCursor>,
  entity: EntityName,
): AsyncGenerator<Page<ParquetCursor>, void, undefined> {
  const { config, signal } = context;
  const found = await findFiles(config, entity);
  if (found.length === 0) {
    context.partial(`There are no files of ${entity}.`);
    return;
  }
  // Every footer is read first: a damaged file is known before the first record, and the total from the first page on.
  const { total, stamp, rowsOf } = await survey(found, signal);
  let from = context.cursor;
  if (from !== undefined && from.files !== stamp) {
    context.restart('the files have changed');
    from = undefined;
  }
  if (total === 0) yield page<ParquetCursor>([], { place: { file: nameOf(found[0] as FoundFile) }, total });
  const raw = (config.identifiers ?? (isExport(config.directory) ? 'pseudonyms' : 'raw')) === 'raw';
  for (let number = from?.file ?? 0; number < found.length; number += 1) {
    const { path, folders } = found[number] as FoundFile;
    const done = number === from?.file ? from.rows : 0;
    if (done >= (rowsOf[number] as number)) continue;
    const file = await openParquet(path);
    try {
      const reader = await rowReader({
        config,
        entity,
        file,
        folders,
        root: rootOf(path, config),
        raw,
        signal,
      });
      for await (const rows of inPages(file, { reader, done, size: config.pageSize, signal }))
        yield page(rows.rows, {
          place: { file: file.name, row: rows.first + 1 },
          cursor: { files: stamp, file: number, rows: rows.first + rows.rows.length },
          total,
        });
    } finally {
      await file.close();
    }
  }
}

interface Survey {
  readonly total: number;
  readonly stamp: string;
  readonly rowsOf: readonly number[];
}

async function survey(found: readonly FoundFile[], signal: AbortSignal): Promise<Survey> {
  const hash = createHash('sha256');
  const rowsOf: number[] = [];
  for (const { path } of found) {
    signal.throwIfAborted();
    const file = await openParquet(path);
    await file.close();
    rowsOf.push(file.rows);
    hash.update(`${path}\n${file.stamp}\n`);
  }
  const total = rowsOf.reduce((sum, rows) => sum + rows, 0);
  return { total, rowsOf, stamp: hash.digest('base64url').slice(0, 22) };
}

interface PageOptions {
  readonly reader: {
    readonly columns: readonly string[];
    readonly row: (value: (column: string) => unknown) => ParquetRow;
  };
  readonly done: number;
  readonly size: number;
  readonly signal: AbortSignal;
}

async function* inPages(file: ParquetFile, { reader, done, size, signal }: PageOptions) {
  let start = 0;
  for (const [group, count] of file.groups.entries()) {
    const end = start + count;
    if (done < end) {
      const values = await readGroup(file, group, reader.columns);
      for (let first = Math.max(start, done); first < end; first += size) {
        signal.throwIfAborted();
        const rows: ParquetRow[] = [];
        for (let row = first; row < Math.min(end, first + size); row += 1)
          rows.push(reader.row((column) => values.get(column)?.[row - start]));
        yield { first, rows };
      }
    }
    start = end;
  }
}

const nameOf = ({ path }: FoundFile) => path.slice(path.lastIndexOf(sep) + 1);

/** Where the other tables of an export lie: beside the folder of this one. */
function rootOf(path: string, { directory }: ParquetConfig): string {
  if (directory !== undefined) return directory;
  const folders = dirname(path).split(sep);
  while (folders.at(-1)?.includes('=') === true) folders.pop();
  return join(folders.join(sep), '..');
}
