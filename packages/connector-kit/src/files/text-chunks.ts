import iconv from 'iconv-lite';
import type { ByteSource } from './byte-source.ts';
import type { TextScan } from './scan-text.ts';

/** The text of a source as UTF-8 bytes without a byte order mark, whatever its encoding. */
export async function* utf8Chunks(
  source: ByteSource,
  { encoding, mark }: Pick<TextScan, 'encoding' | 'mark'>,
): AsyncGenerator<Buffer, void, undefined> {
  // Not the platform's TextDecoder: some versions of Node read windows-1252 as ISO 8859-1.
  const decoder = encoding === 'utf-8' ? undefined : iconv.getDecoder(encoding, { stripBOM: false });
  let skip = mark;
  for await (const chunk of source.open()) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).subarray(skip);
    skip = Math.max(0, skip - chunk.byteLength);
    if (bytes.length === 0) continue;
    yield decoder === undefined ? bytes : Buffer.from(decoder.write(bytes));
  }
  const rest = decoder?.end();
  if (rest !== undefined && rest !== '') yield Buffer.from(rest);
}
