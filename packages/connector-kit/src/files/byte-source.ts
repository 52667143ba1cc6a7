import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { CollegialError } from '@collegial/model';

/** Bytes that can be read from their beginning as often as needed. */
export interface ByteSource {
  /** File name without its directory: what messages and places show. */
  readonly name: string;
  /** Changes whenever its bytes do; absent where that cannot be told without reading them. */
  readonly stamp?: string;
  open(): AsyncIterable<Uint8Array>;
}

/**
 * What a reader of files takes: a path, bytes, a stream (which is held in memory), or an entry of a zip
 * archive.
 */
export type FileInput =
  | { readonly path: string }
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly stream: AsyncIterable<Uint8Array> }
  | ByteSource;

/** Default limit of a file: 4 GiB from a disk or archive, of which only a part is in memory at any time. */
export const defaultMaxBytes = 4 * 1024 ** 3;
/** Limit of what is held in memory whole. */
export const maxBytesInMemory = 512 * 1024 ** 2;

/** Bytes are handed on in pieces of this size, so that no reader works on a whole file before it hands on what it found. */
const pieceBytes = 256 * 1024;

/**
 * Makes a source of bytes.
 *
 * @throws CollegialError `file.too-large` when a stream is larger than 512 MiB
 */
export async function byteSource(input: FileInput): Promise<ByteSource> {
  if ('open' in input) return input;
  if ('path' in input) return { name: basename(input.path), open: () => readFile(input.path) };
  const bytes = 'bytes' in input ? input.bytes : await collect(input.stream, input.name);
  return {
    name: input.name,
    async *open() {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
    },
  };
}

/**
 * Reads bytes into memory.
 *
 * @throws CollegialError `file.too-large`
 */
export async function collect(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  maxBytes = maxBytesInMemory,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(name, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The error of a file beyond its limit. */
export function tooLarge(name: string, maxBytes: number): CollegialError {
  return new CollegialError({
    code: 'file.too-large',
    message: `The file is larger than the limit of ${maxBytes} bytes.`,
    place: { file: name },
  });
}

/** The error of a path that cannot be opened. */
export function notFound(path: string, cause: unknown): CollegialError {
  return new CollegialError({
    code: 'file.not-found',
    message: 'The file could not be opened.',
    place: { file: basename(path) },
    cause,
  });
}

async function* readFile(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const stream = createReadStream(path, { highWaterMark: pieceBytes });
  try {
    yield* stream;
  } catch (error) {
    throw (error as { syscall?: string }).syscall === undefined ? error : notFound(path, error);
  }
}
