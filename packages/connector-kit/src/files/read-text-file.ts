import { byteSource, type FileInput, maxBytesInMemory } from './byte-source.ts';
import { scanText, type TextEncoding } from './scan-text.ts';
import { textChunks } from './text-chunks.ts';

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
  const parts: string[] = [];
  for await (const part of textChunks(source, scan)) parts.push(part);
  return { text: parts.join(''), encoding: scan.encoding, fingerprint: scan.fingerprint };
}
