import { CollegialError } from '@collegial/model';
import {
  type AsyncBuffer,
  type ColumnChunk,
  type CompressionCodec,
  parquetRead,
  parquetSchema,
  type SchemaTree,
} from 'hyparquet';
import type { Levels } from './check-page.ts';
import { decompressors } from './decompress.ts';
import { limits } from './limits.ts';
import { type ParquetFile, parsers } from './open-parquet.ts';
import { malformed, tooLarge } from './parquet-errors.ts';
import { checkUnpacked, type PackedPage, PageProblem, walkPages } from './walk-pages.ts';

/** The values of one column in one row group, one for each row; a missing one is `null` or `undefined`. */
export type ColumnValues = ArrayLike<unknown>;

/**
 * Decodes columns of a row group, one after the other. Each page is checked before it is decoded.
 *
 * @returns values by column
 * @throws CollegialError `parquet.malformed`, `file.too-large`
 */
export async function readGroup(
  file: ParquetFile,
  group: number,
  columns: readonly string[],
): Promise<Map<string, ColumnValues>> {
  const read = new Map<string, ColumnValues>();
  const rowStart = file.groups.slice(0, group).reduce((sum, rows) => sum + rows, 0);
  for (const column of columns) {
    try {
      read.set(column, await readColumn(file, group, column, rowStart));
    } catch (error) {
      if (CollegialError.isInstance(error)) throw error;
      if (error instanceof PageProblem && error.large)
        throw tooLarge(file.name, `In row group ${group + 1}, ${error.message}`, column);
      const what = error instanceof PageProblem ? error.message : 'its pages are damaged';
      throw malformed(file.name, `in row group ${group + 1}, ${what}`, column, error);
    }
  }
  return read;
}

async function readColumn(
  file: ParquetFile,
  group: number,
  column: string,
  rowStart: number,
): Promise<ColumnValues> {
  const rows = file.groups[group] as number;
  if (rows === 0) return [];
  const chunks = file.metadata.row_groups[group]?.columns as readonly ColumnChunk[];
  const leaves = chunks.filter((chunk) => chunk.meta_data?.path_in_schema[0] === column);
  const parts = new Map<string, ArrayBuffer>();
  const order: { page: PackedPage; levels: Levels }[] = [];
  for (const leaf of leaves) {
    const meta = leaf.meta_data as NonNullable<ColumnChunk['meta_data']>;
    const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
    const end = start + Number(meta.total_compressed_size);
    const values = Number(meta.num_values);
    const levels = levelsOf(file, meta.path_in_schema);
    if (levels.repetition === 0 && values !== rows)
      throw new PageProblem('a column has more or fewer values than rows');
    if (values > limits.groupValues) throw new PageProblem('a list column is too large', true);
    const bytes = await file.bytes.slice(start, end);
    parts.set(`${start}-${end}`, bytes);
    for (const page of walkPages(new Uint8Array(bytes), { codec: meta.codec, values, levels }))
      order.push({ page, levels });
    if (leaves.length > 1) for (const { page } of order.splice(0)) unpack(meta.codec, page, levels);
  }
  return await decode(file, column, { rowStart, rows, parts, order });
}

interface Decoding {
  readonly rowStart: number;
  readonly rows: number;
  readonly parts: ReadonlyMap<string, ArrayBuffer>;
  /** Pages in the order in which they will be unpacked, to be checked then; empty when all are checked. */
  readonly order: { page: PackedPage; levels: Levels }[];
}

async function decode(
  file: ParquetFile,
  column: string,
  { rowStart, rows, parts, order }: Decoding,
): Promise<ColumnValues> {
  const chunks: ColumnValues[] = [];
  const bytes: AsyncBuffer = {
    byteLength: file.bytes.byteLength,
    slice: (start, end) => parts.get(`${start}-${end}`) ?? file.bytes.slice(start, end),
  };
  await parquetRead({
    file: bytes,
    metadata: file.metadata,
    columns: [column],
    rowStart,
    rowEnd: rowStart + rows,
    parsers,
    geoparquet: false,
    compressors: checking(order),
    onChunk: ({ columnData }) => void chunks.push(columnData),
  });
  const [only] = chunks;
  const values =
    chunks.length === 1 && only !== undefined ? only : chunks.flatMap((chunk) => Array.from(chunk));
  if (values.length !== rows) throw new PageProblem('a column has more or fewer values than rows');
  return values;
}

/** Decompressors that check what they give. */
function checking(order: Decoding['order']): typeof decompressors {
  let next = 0;
  const entries = Object.entries(decompressors).map(([codec, decompress]) => [
    codec,
    (input: Uint8Array, length: number) => {
      const unpacked = decompress(input, length);
      const expected = order[next++];
      if (expected !== undefined) checkUnpacked(expected.page.header, unpacked, expected.levels);
      return unpacked;
    },
  ]);
  return Object.fromEntries(entries) as typeof decompressors;
}

function unpack(codec: CompressionCodec, { header, bytes }: PackedPage, levels: Levels): void {
  const second = header.data_page_header_v2;
  const head =
    second === undefined ? 0 : second.repetition_levels_byte_length + second.definition_levels_byte_length;
  const decompress = decompressors[codec];
  if (decompress === undefined) throw new PageProblem('a compression that is not supported');
  checkUnpacked(header, decompress(bytes, header.uncompressed_page_size - head), levels);
}

function levelsOf({ metadata }: ParquetFile, path: readonly string[]): Levels {
  let node: SchemaTree = parquetSchema(metadata);
  let repetition = 0;
  let definition = 0;
  for (const name of path) {
    const child = node.children.find(({ element }) => element.name === name);
    if (child === undefined) throw new PageProblem('a column that the schema does not have');
    node = child;
    if (node.element.repetition_type === 'REPEATED') repetition += 1;
    if (node.element.repetition_type !== 'REQUIRED') definition += 1;
  }
  return { repetition, definition, boolean: node.element.type === 'BOOLEAN' };
}
