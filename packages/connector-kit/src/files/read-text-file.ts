import { byteSource, collect, type FileInput, maxBytesInMemory } from './byte-source.ts';
import { scanText, type TextEncoding } from './scan-text.ts';
import { utf8Chunks } from './text-chunks.ts';

/**
 * Reads a text file whole, in the encoding that it is found to have.
 *
 * @param options.maxBytes default 512 MiB
 * @throws CollegialError `file.not-found`, `file.empty`, `file.too-large`, `file.encoding`
 */
export async function readTextFile(
  input: FileInput,
  { maxBytes = maxBytesInMemory } = {},
): Promise<{ text: string; encoding: TextEncoding; fingerprint: string }> {
  const source = await byteSource(input);
  const scan = await scanText(source, { maxBytes });
  const bytes = await collect(utf8Chunks(source, scan), source.name, maxBytes * 3);
  return { text: bytes.toString('utf8'), encoding: scan.encoding, fingerprint: scan.fingerprint };
}
