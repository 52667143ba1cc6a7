import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Compressors } from 'hyparquet';
import { compressors, decompressZstd } from 'hyparquet-compressors';

/** Decompressors that never give more bytes than the page says it has; the page's size is checked before. */
export const decompressors: Compressors = {
  ...compressors,
  GZIP: (input, length) => gunzipSync(input, { maxOutputLength: Math.max(1, length) }),
  BROTLI: (input, length) => brotliDecompressSync(input, { maxOutputLength: Math.max(1, length) }),
  // Without a place to put it, the size would be what the compressed frame claims.
  ZSTD: (input, length) => decompressZstd(input, new Uint8Array(length)),
};
