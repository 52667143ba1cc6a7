import type { PageHeader } from 'hyparquet';
import { bitWidthOf, checkRuns } from './check-runs.ts';

/** Deepest nesting of lists and of optional values of a column. */
export interface Levels {
  readonly repetition: number;
  readonly definition: number;
  readonly boolean: boolean;
}

const plain = new Set(['PLAIN', 'BYTE_STREAM_SPLIT']);
const dictionary = new Set(['PLAIN_DICTIONARY', 'RLE_DICTIONARY']);
const delta = new Set(['DELTA_BINARY_PACKED', 'DELTA_LENGTH_BYTE_ARRAY']);

/**
 * Checks an unpacked data page before a decoder sees it.
 *
 * @param bytes the page unpacked; of a page of version 2, its levels (`part` `levels`) or its values (`part` `values`)
 * @returns what is wrong, or `undefined`
 */
export function checkPage(
  bytes: Uint8Array,
  header: PageHeader,
  levels: Levels,
  part: 'whole' | 'levels' | 'values' = 'whole',
): string | undefined {
  const first = header.data_page_header;
  const second = header.data_page_header_v2;
  if (first !== undefined) return checkFirst(bytes, first, levels);
  if (second === undefined) return undefined;
  const { num_values: values, repetition_levels_byte_length: repetition } = second;
  if (part === 'values') return checkValues(bytes, 0, second.encoding, values, levels);
  const end = repetition + second.definition_levels_byte_length;
  return (
    checkRuns(bytes, 0, repetition, bitWidthOf(levels.repetition), values) ??
    checkRuns(bytes, repetition, end, bitWidthOf(levels.definition), values)
  );
}

function checkFirst(
  bytes: Uint8Array,
  header: NonNullable<PageHeader['data_page_header']>,
  levels: Levels,
): string | undefined {
  const values = header.num_values;
  let at = 0;
  for (const highest of [levels.repetition, levels.definition]) {
    if (highest === 0) continue;
    if (at + 4 > bytes.length) return 'a page shorter than its header says';
    const length = uint32(bytes, at);
    const wrong = checkRuns(bytes, at + 4, at + 4 + length, bitWidthOf(highest), values);
    if (wrong !== undefined) return wrong;
    at += 4 + length;
  }
  return checkValues(bytes, at, header.encoding, values, levels);
}

function checkValues(
  bytes: Uint8Array,
  at: number,
  encoding: string,
  values: number,
  { boolean }: Levels,
): string | undefined {
  if (plain.has(encoding)) return undefined;
  if (encoding === 'RLE' && boolean) {
    // A page of nulls only may leave the values out.
    return at + 4 > bytes.length ? undefined : checkRuns(bytes, at + 4, bytes.length, 1, values);
  }
  if (dictionary.has(encoding))
    return at >= bytes.length
      ? undefined
      : checkRuns(bytes, at + 1, bytes.length, bytes[at] as number, values);
  if (delta.has(encoding)) return checkDelta(bytes, at, values);
  return 'a page in an encoding that is not supported';
}

/** Size of a block and number of its parts, as bounds of what a decoder will do. */
function checkDelta(bytes: Uint8Array, at: number, values: number): string | undefined {
  const numbers: number[] = [];
  let offset = at;
  while (numbers.length < 3) {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[offset++];
      if (byte === undefined || shift > 28) return 'a page shorter than its header says';
      number += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    numbers.push(number);
  }
  const [block = 0, parts = 0, count = 0] = numbers;
  const fits = block > 0 && block <= 2 ** 20 && parts > 0 && block % parts === 0 && (block / parts) % 8 === 0;
  return fits && count <= values ? undefined : 'a page of differences that contradicts its header';
}

const uint32 = (bytes: Uint8Array, at: number) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true);
