import { createHash } from 'node:crypto';
import { CollegialError } from '@collegial/model';
import { type ByteSource, defaultMaxBytes, tooLarge } from './byte-source.ts';

/** Encodings that are told apart. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What one pass over a text file shows. */
export interface TextScan {
  readonly encoding: TextEncoding;
  /** Bytes of the byte order mark, which is no part of the text. */
  readonly mark: number;
  readonly bytes: number;
  /** Hash of the content: the same bytes, the same fingerprint. */
  readonly fingerprint: string;
}

/**
 * Finds the encoding of a text file: UTF-8 or UTF-16 by their marks; without one, UTF-8 when every byte of the
 * file fits it, else windows-1252, which spreadsheets write. Nothing is guessed from a part of the file: an
 * accented name may be far down.
 *
 * @throws CollegialError `file.empty`, `file.too-large`, `file.encoding` for what is no text
 */
export async function scanText(
  source: ByteSource,
  { maxBytes = defaultMaxBytes, encoding }: ScanOptions = {},
): Promise<TextScan> {
  const stamp = source.stamp === undefined ? undefined : `${encoding ?? ''}/${source.stamp}`;
  const known = stamp === undefined ? undefined : scans.get(stamp);
  if (known !== undefined && known.bytes <= maxBytes) return known;
  const scan = await scanAll(source, maxBytes, encoding);
  if (stamp !== undefined) {
    if (scans.size >= mostScans) scans.clear();
    scans.set(stamp, scan);
  }
  return scan;
}

/** Options of {@link scanText}. */
export interface ScanOptions {
  readonly maxBytes?: number;
  /** What something else than a mark says of the encoding; a mark says more. */
  readonly encoding?: TextEncoding;
}

/** Several streams read one file: what was found in it once holds for all of them. */
const scans = new Map<string, TextScan>();
const mostScans = 100;

async function scanAll(
  source: ByteSource,
  maxBytes: number,
  given: TextEncoding | undefined,
): Promise<TextScan> {
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let head = Buffer.alloc(0);
  let bytes = 0;
  let fits = true;
  let nul = false;
  for await (const chunk of source.open()) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge(source.name, maxBytes);
    hash.update(chunk);
    if (head.length < 3) head = Buffer.concat([head, chunk.subarray(0, 3)]);
    nul ||= chunk.includes(0);
    fits &&= decodes(utf8, chunk);
  }
  fits &&= decodes(utf8);
  const { encoding, mark } = byMark(head) ?? {
    encoding: given ?? (fits ? 'utf-8' : 'windows-1252'),
    mark: 0,
  };
  const place = { file: source.name };
  if (bytes <= mark) throw new CollegialError({ code: 'file.empty', message: 'The file is empty.', place });
  if (mark === 3 && !fits)
    throw new CollegialError({
      code: 'file.encoding',
      message: 'The file says that it is UTF-8, and is not.',
      place,
    });
  if (nul && !encoding.startsWith('utf-16'))
    throw new CollegialError({ code: 'file.encoding', message: 'The file is not a text file.', place });
  return { encoding, mark, bytes, fingerprint: hash.digest('base64url').slice(0, 22) };
}

function byMark(head: Buffer): { encoding: TextEncoding; mark: number } | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  return undefined;
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}
