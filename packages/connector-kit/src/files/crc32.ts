import { crc32 as native } from 'node:zlib';

/** CRC-32 as zip archives use it (ISO 3309), of bytes that follow those with the given CRC. Node has it from 20.15. */
export function crc32(bytes: Uint8Array, before = 0): number {
  return native(bytes, before);
}
