import type { CompressionCodec, PageHeader } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { checkPage, type Levels } from './check-page.ts';
import { limits } from './limits.ts';

/** What is wrong with a column, in words; `large`: too much of it. */
export class PageProblem extends Error {
  readonly large: boolean;

  constructor(message: string, large = false) {
    super(message);
    this.large = large;
  }
}

/** A page of values whose unpacked bytes are still to be checked. */
export interface PackedPage {
  readonly header: PageHeader;
  readonly bytes: Uint8Array;
}

/**
 * Walks the pages of one column in a row group without decoding them: sizes inside the column's bytes, values inside the row group.
 *
 * @returns the pages that are packed, in the order in which a decoder unpacks them
 * @throws PageProblem
 */
export function walkPages(
  bytes: Uint8Array,
  { codec, values, levels }: { codec: CompressionCodec; values: number; levels: Levels },
): PackedPage[] {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  const packed: PackedPage[] = [];
  let counted = 0;
  let unpacked = 0;
  // Like the decoder: a last single byte is padding.
  while (counted < values && reader.offset < bytes.length - 1) {
    const header = parquetHeader(reader);
    const { compressed_page_size: size, uncompressed_page_size: full } = header;
    if (!isCount(size) || !isCount(full) || reader.offset + size > bytes.length)
      throw new PageProblem('a page is larger than its column');
    unpacked += full;
    if (unpacked > limits.columnBytes) throw new PageProblem('a column of a row group is too large', true);
    const page = bytes.subarray(reader.offset, reader.offset + size);
    reader.offset += size;
    const count = countOf(header);
    if (!isCount(count)) throw new PageProblem('a page has no count of values');
    if (header.type === 'DICTIONARY_PAGE') {
      if (count > limits.groupRows) throw new PageProblem('a dictionary is too large', true);
      if (count > full + 1) throw new PageProblem('a dictionary claims more values than it has bytes');
    } else {
      counted += count;
      if (counted > values) throw new PageProblem('pages hold more values than their column');
    }
    const values2 = header.data_page_header_v2;
    if (values2 !== undefined && header.type === 'DATA_PAGE_V2') {
      const head = values2.repetition_levels_byte_length + values2.definition_levels_byte_length;
      if (
        !isCount(values2.num_nulls) ||
        values2.num_nulls > count ||
        !isCount(head) ||
        head > Math.min(size, full)
      )
        throw new PageProblem('a page contradicts its header');
      complain(checkPage(page, header, levels, 'levels'));
      if (codec === 'UNCOMPRESSED' || values2.is_compressed === false)
        complain(checkPage(page.subarray(head), header, levels, 'values'));
      else packed.push({ header, bytes: page.subarray(head) });
    } else if (codec === 'UNCOMPRESSED') complain(checkPage(page, header, levels));
    else packed.push({ header, bytes: page });
  }
  if (counted !== values) throw new PageProblem('pages hold fewer values than their column');
  return packed;
}

/** Checks a page that was unpacked. */
export function checkUnpacked(header: PageHeader, unpacked: Uint8Array, levels: Levels): void {
  complain(checkPage(unpacked, header, levels, header.data_page_header_v2 ? 'values' : 'whole'));
}

function complain(wrong: string | undefined): void {
  if (wrong !== undefined) throw new PageProblem(wrong);
}

function countOf(header: PageHeader): number | undefined {
  if (header.type === 'DICTIONARY_PAGE') return header.dictionary_page_header?.num_values;
  if (header.type === 'DATA_PAGE') return header.data_page_header?.num_values;
  if (header.type === 'DATA_PAGE_V2') return header.data_page_header_v2?.num_values;
  throw new PageProblem('a page of a kind that is not supported');
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
