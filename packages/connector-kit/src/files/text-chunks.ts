import iconv from 'iconv-lite';
import type { ByteSource } from './byte-source.ts';
import type { TextScan } from './scan-text.ts';

/** The text of a source, piece by piece, without a byte order mark. No character is cut in two. */
export async function* textChunks(
  source: ByteSource,
  { encoding, mark }: Pick<TextScan, 'encoding' | 'mark'>,
): AsyncGenerator<string, void, undefined> {
  const decoder = decoderOf(encoding);
  let skip = mark;
  for await (const chunk of source.open()) {
    const text = decoder.write(chunk.subarray(skip));
    skip = Math.max(0, skip - chunk.byteLength);
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest !== '') yield rest;
}

/**
 * iconv-lite for all but UTF-8: some versions of the platform's TextDecoder read windows-1252 as ISO 8859-1.
 */
function decoderOf(encoding: TextScan['encoding']): { write(bytes: Uint8Array): string; end(): string } {
  if (encoding === 'utf-8') {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
  }
  const decoder = iconv.getDecoder(encoding, { stripBOM: false });
  return {
    write: (bytes) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    end: () => decoder.end() ?? '',
  };
}
