import { CollegialError } from '@collegial/model';
import type { ByteSource } from './byte-source.ts';
import { scanText, type TextEncoding, type TextScan } from './scan-text.ts';

/** What a declaration may say, and what is read then. `found`: what {@link scanText} finds. */
const declared = new Map<string, TextEncoding | 'found'>([
  ...['utf-8', 'utf8', 'us-ascii', 'ascii'].map((name) => [name, 'found'] as const),
  // Programs that build XML as text in memory declare UTF-16 and then write UTF-8: the bytes decide.
  ...['utf-16', 'utf-16le', 'utf-16be', 'ucs-2'].map((name) => [name, 'found'] as const),
  ...['windows-1252', 'cp1252', 'iso-8859-1', 'iso8859-1', 'latin1'].map(
    (name) => [name, 'windows-1252'] as const,
  ),
]);

/**
 * Finds the encoding of an XML file: by its byte order mark, else by how its first characters lie in the bytes, else by its declaration, else as
 * {@link scanText} does. ISO 8859-1 is read as windows-1252, which holds it.
 *
 * @throws CollegialError `file.empty`, `file.too-large`; `file.encoding` also for a declared encoding that is not read, such as UTF-7
 */
export async function scanXml(
  source: ByteSource,
  options: { readonly maxBytes?: number } = {},
): Promise<TextScan> {
  const encoding = encodingOf(await headOf(source), source.name);
  return scanText(source, { ...options, ...(encoding === undefined ? {} : { encoding }) });
}

function encodingOf(head: Buffer, file: string): TextEncoding | undefined {
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be';
  const name = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)["']/.exec(head.toString('latin1'))?.[1];
  if (name === undefined) return undefined;
  const encoding = declared.get(name.toLowerCase());
  if (encoding === undefined)
    throw new CollegialError({
      code: 'file.encoding',
      message: 'The file declares an encoding other than UTF-8, UTF-16, windows-1252 and ISO 8859-1.',
      place: { file, line: 1 },
    });
  return encoding === 'found' ? undefined : encoding;
}

async function headOf(source: ByteSource): Promise<Buffer> {
  let head = Buffer.alloc(0);
  for await (const chunk of source.open()) {
    head = Buffer.concat([head, chunk.subarray(0, 512)]);
    if (head.length >= 512) break;
  }
  return head.subarray(0, 512);
}
