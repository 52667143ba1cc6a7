import { CollegialError } from '@collegial/model';

/** Turns compressed bytes into plain ones. */
export type Decompress = (bytes: Uint8Array) => Promise<Uint8Array>;

/** Largest document that is unpacked: what is larger was not written by this package. */
const largestDocument = 256 * 1024 * 1024;

/** Brotli by Node's zlib, which edge runtimes offer too. */
export const decompressBrotli: Decompress = async (bytes) => {
  const { brotliDecompress } = await import('node:zlib');
  return new Promise((resolve, reject) => {
    brotliDecompress(bytes, { maxOutputLength: largestDocument }, (error, plain) =>
      error === null ? resolve(plain) : reject(error),
    );
  });
};

/**
 * The text of a document whose content has a known hash.
 *
 * @throws CollegialError `release.damaged` when it cannot be unpacked or its hash is another
 */
export async function readVerified(
  bytes: Uint8Array,
  { file, sha256, decompress }: { file: string; sha256: string; decompress: Decompress },
): Promise<string> {
  // A host that sends `Content-Encoding: br` has it unpacked on the way: then the content is there already.
  if ((await hash(bytes)) === sha256) return new TextDecoder().decode(bytes);
  let plain: Uint8Array;
  try {
    plain = await decompress(bytes);
  } catch (cause) {
    throw damaged('A document cannot be unpacked.', file, cause);
  }
  if ((await hash(plain)) !== sha256) throw damaged('A document is not what the manifest names.', file);
  return new TextDecoder().decode(plain);
}

/** JSON as an object. @throws CollegialError `release.damaged` */
export function parseObject(text: string, file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (cause) {
    throw damaged('A file of the edition is no JSON.', file, cause);
  }
  throw damaged('A file of the edition is no object.', file);
}

/** The error for a file that is not as it was written. */
export function damaged(message: string, file: string, cause?: unknown): CollegialError {
  return new CollegialError({
    code: 'release.damaged',
    message,
    place: { file },
    ...(cause === undefined ? {} : { cause }),
  });
}

async function hash(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
