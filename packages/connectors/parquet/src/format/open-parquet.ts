import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { CollegialError } from '@collegial/model';
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync } from 'hyparquet';
import { limits } from './limits.ts';
import { malformed, tooLarge } from './parquet-errors.ts';

/** A Parquet file whose description of itself was read and checked. */
export interface ParquetFile {
  /** File name without its directory. */
  readonly name: string;
  readonly rows: number;
  readonly metadata: FileMetaData;
  /** Names of the top-level columns. */
  readonly columns: readonly string[];
  /** Number of rows of each row group, in order. */
  readonly groups: readonly number[];
  readonly bytes: AsyncBuffer;
  /** Changes when the file is written anew. */
  readonly stamp: string;
  close(): Promise<void>;
}

/** Values as they are written: what a record needs of them is decided later, row by row. */
const text = new TextDecoder();
export const parsers = { jsonFromBytes: (bytes: Uint8Array | undefined) => bytes && text.decode(bytes) };

/**
 * Opens a Parquet file and reads its footer.
 *
 * @throws CollegialError `file.not-found`, `file.empty`, `file.too-large`, `parquet.malformed`
 */
export async function openParquet(path: string): Promise<ParquetFile> {
  const name = basename(path);
  let handle: FileHandle;
  try {
    handle = await open(path);
  } catch (cause) {
    throw new CollegialError({
      code: 'file.not-found',
      message: 'The file could not be opened.',
      place: { file: name },
      cause,
    });
  }
  try {
    const { size, mtimeMs } = await handle.stat();
    const bytes: AsyncBuffer = {
      byteLength: size,
      slice: (start, end = size) => readBytes(handle, name, start, end),
    };
    const metadata = await readFooter(bytes, name);
    const groups = metadata.row_groups.map((group) => Number(group.num_rows));
    return {
      name,
      metadata,
      bytes,
      groups,
      rows: Number(metadata.num_rows),
      columns: columnsOf(metadata),
      stamp: `${size}-${Math.round(mtimeMs)}-${metadata.row_groups.length}`,
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readBytes(handle: FileHandle, name: string, start: number, end: number): Promise<ArrayBuffer> {
  const length = end - start;
  if (!(start >= 0 && length >= 0) || length > limits.columnBytes)
    throw malformed(name, 'a part of it lies outside the file');
  const buffer = new ArrayBuffer(length);
  const { bytesRead } = await handle.read(new Uint8Array(buffer), 0, length, start);
  if (bytesRead < length) throw malformed(name, 'it ends too early');
  return buffer;
}

const magic = 'PAR1';

async function readFooter(bytes: AsyncBuffer, name: string): Promise<FileMetaData> {
  const size = bytes.byteLength;
  if (size === 0)
    throw new CollegialError({ code: 'file.empty', message: 'The file is empty.', place: { file: name } });
  if (size < 12) throw malformed(name, 'it is too short to be one');
  const tail = Buffer.from(await bytes.slice(size - 8, size));
  const ending = tail.toString('latin1', 4);
  if (ending === 'PARE') throw malformed(name, 'it is encrypted');
  if (ending !== magic)
    throw malformed(name, 'it does not end like one; it may be cut short or still be written');
  const length = tail.readUInt32LE(0);
  if (length > size - 12) throw malformed(name, 'its footer would be larger than the file');
  if (length > limits.footerBytes) throw tooLarge(name, 'The footer of the file is larger than 8 MiB');
  let metadata: FileMetaData;
  try {
    metadata = await parquetMetadataAsync(bytes, { parsers, geoparquet: false });
    checkFooter(metadata, size);
  } catch (cause) {
    if (CollegialError.isInstance(cause)) throw cause;
    throw malformed(name, 'its footer is damaged', undefined, cause);
  }
  const largest = Math.max(0, ...metadata.row_groups.map((group) => Number(group.num_rows)));
  if (largest > limits.groupRows)
    throw tooLarge(name, `A row group of the file has more than ${limits.groupRows} rows`);
  return metadata;
}

/** Everything that is used later, so that nothing later trusts what was never looked at. */
function checkFooter(metadata: FileMetaData, size: number): void {
  const leaves = metadata.schema.filter((element) => element.type !== undefined).length;
  const [root] = metadata.schema;
  if (root === undefined || root.type !== undefined) throw new Error('no schema');
  if (metadata.schema.some(({ name }) => typeof name !== 'string'))
    throw new Error('a column without a name');
  checkTree(metadata);
  let rows = 0n;
  for (const group of metadata.row_groups) {
    if (typeof group.num_rows !== 'bigint' || group.num_rows < 0n)
      throw new Error('a count of rows that is none');
    rows += group.num_rows;
    if (group.columns.length !== leaves) throw new Error('a row group with other columns');
    for (const { meta_data: column, file_path } of group.columns) {
      if (column === undefined || file_path !== undefined) throw new Error('a column that lies elsewhere');
      const start = column.dictionary_page_offset || column.data_page_offset;
      const end = start + column.total_compressed_size;
      if (start < 4n || column.total_compressed_size < 0n || end > BigInt(size))
        throw new Error('a column outside the file');
      if (typeof column.num_values !== 'bigint' || column.num_values < 0n)
        throw new Error('a count that is none');
      if (column.type === undefined || column.codec === undefined)
        throw new Error('an unknown type or codec');
    }
  }
  if (rows !== metadata.num_rows) throw new Error('counts of rows that contradict each other');
}

/** Children must add up to the list of elements: a count that lies would be followed without end. */
function checkTree({ schema }: FileMetaData): void {
  let open = 1;
  for (const { num_children: children = 0, type } of schema) {
    if (open === 0 || children < 0 || children > schema.length || (type === undefined) !== children > 0)
      throw new Error('a schema that contradicts itself');
    open += children - 1;
  }
  if (open !== 0) throw new Error('a schema that contradicts itself');
}

function columnsOf({ schema }: FileMetaData): string[] {
  const names: string[] = [];
  let skip = 0;
  for (const { name, num_children: children = 0 } of schema.slice(1)) {
    if (skip === 0) names.push(name);
    else skip -= 1;
    skip += children;
  }
  return names;
}
