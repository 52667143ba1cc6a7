/** Bits needed for a level. */
export const bitWidthOf = (highest: number): number => 32 - Math.clz32(highest);

/** Writers fill the last run up to whole groups. */
const padding = 512;

/**
 * Walks the runs of a run-length encoded, bit-packed stretch and refuses one that claims more values than its page has: a decoder that
 * believes it would write for minutes.
 *
 * @returns what is wrong, or `undefined`
 */
export function checkRuns(
  bytes: Uint8Array,
  from: number,
  to: number,
  bitWidth: number,
  values: number,
): string | undefined {
  if (bitWidth > 32) return 'a bit width above 32';
  if (from > to || to > bytes.length) return 'a page shorter than its header says';
  const bytesOfValue = (bitWidth + 7) >> 3;
  let at = from;
  for (let seen = 0; seen < values && at < to; ) {
    let header = 0;
    let shift = 0;
    for (let more = true; more; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined || shift > 28) return 'a run without an end';
      header += (byte & 0x7f) * 2 ** shift;
      more = byte >= 0x80;
    }
    const packed = header % 2 === 1;
    const count = packed ? ((header - 1) / 2) * 8 : header / 2;
    if (count > values + padding) return 'a run of more values than the page has';
    at += packed ? (count / 8) * bitWidth : bytesOfValue;
    seen += count;
  }
  return undefined;
}
