import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { CollegialError, type ErrorCode } from '@collegial/model';
import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl';
import { type ByteSource, notFound, tooLarge } from './byte-source.ts';
import { crc32 } from './crc32.ts';

/** An entry of a zip archive: bytes that a reader of files takes, and their size. */
export interface ZipEntry extends ByteSource {
  /** Path inside the archive. */
  readonly path: string;
  /** Bytes when unpacked. */
  readonly bytes: number;
}

/** A zip archive, open. Nothing is ever unpacked to a disk. */
export interface ZipArchive {
  readonly entries: readonly ZipEntry[];
  /**
   * The entry with exactly this path.
   *
   * @throws CollegialError `file.not-found` naming the entries there are
   */
  entry(path: string): ZipEntry;
  close(): void;
}

/** Options of {@link readZip}. */
export interface ZipOptions {
  /** Paths that must be there. */
  readonly expected?: readonly string[];
  /** Most entries, folders among them; default 10 000. */
  readonly maxEntries?: number;
  /** Most bytes of one entry, unpacked; default 4 GiB. */
  readonly maxEntryBytes?: number;
  /** Most bytes of all entries, unpacked; default 16 GiB. */
  readonly maxBytes?: number;
  /** Largest ratio of unpacked to packed, for entries above 1 MiB and for all entries together; default 200. */
  readonly maxRatio?: number;
}

/** Fixed part of the header before the bytes of an entry. */
const localHeaderBytes = 30;

/** How an entry is packed, if it is. */
const deflated = 8;
const packedBytes = { decompress: false } as const;
/** What is unpacked at once: a quarter of it, as by default, takes twice the time. */
const chunkSize = 64 * 1024;

const unsafeName = /^(absolute path|invalid relative path|invalid characters in fileName)/;

/**
 * Opens a zip archive and checks what its directory says: names that lead out of it, more than it should hold,
 * and compression that only an attack would have are refused. The content is checked while it is read, by size
 * and CRC.
 *
 * @param input path, or the archive's bytes with a name
 * @throws CollegialError `file.not-found`, `zip.malformed`, `zip.refused`, `file.too-large`
 */
export async function readZip(
  input: { readonly path: string } | { readonly name: string; readonly bytes: Uint8Array },
  options: ZipOptions = {},
): Promise<ZipArchive> {
  const file = 'path' in input ? basename(input.path) : input.name;
  const fail = (code: ErrorCode, message: string, cause?: unknown) =>
    new CollegialError({ code, message, place: { file }, cause });
  const stamp = 'path' in input ? await stampOf(input.path) : undefined;
  const zip = await openZip(input, fail);
  try {
    const found = await listEntries(zip, options, file, fail);
    const entries = found.map((entry) => sourceOf(zip, entry, stamp, fail));
    const archive: ZipArchive = {
      entries,
      entry(path) {
        const entry = entries.find((candidate) => candidate.path === path);
        if (entry !== undefined) return entry;
        const names = entries.slice(0, 20).map((candidate) => `“${candidate.path}”`);
        throw fail(
          'file.not-found',
          `The archive has no “${path}”; it has ${names.join(', ') || 'no entries'}.`,
        );
      },
      close: () => zip.close(),
    };
    for (const path of options.expected ?? []) archive.entry(path);
    return archive;
  } catch (error) {
    zip.close();
    throw error;
  }
}

type Fail = (code: ErrorCode, message: string, cause?: unknown) => CollegialError;

function openZip(input: Parameters<typeof readZip>[0], fail: Fail): Promise<ZipFile> {
  const how = {
    lazyEntries: true,
    autoClose: false,
    strictFileNames: true,
    validateEntrySize: true,
  } as const;
  return new Promise((resolve, reject) => {
    const opened = (error: Error | null, zip: ZipFile) => {
      if (error === null) resolve(zip);
      else if ('path' in input && (error as { syscall?: string }).syscall !== undefined)
        reject(notFound(input.path, error));
      else reject(fail('zip.malformed', 'The archive is damaged, cut short, or no zip archive.', error));
    };
    if ('path' in input) open(input.path, how, opened);
    else fromBuffer(Buffer.from(input.bytes), how, opened);
  });
}

async function listEntries(zip: ZipFile, options: ZipOptions, file: string, fail: Fail): Promise<Entry[]> {
  const {
    maxEntries = 10_000,
    maxEntryBytes = 4 * 1024 ** 3,
    maxBytes = 16 * 1024 ** 3,
    maxRatio = 200,
  } = options;
  const entries: Entry[] = [];
  const names = new Set<string>();
  let bytes = 0;
  let packed = 0;
  let count = 0;
  try {
    for await (const entry of eachEntry(zip)) {
      count += 1;
      if (count > maxEntries) throw fail('zip.refused', `The archive has more than ${maxEntries} entries.`);
      if (entry.fileName.endsWith('/')) continue;
      bytes += entry.uncompressedSize;
      packed += entry.compressedSize;
      if (entry.uncompressedSize > maxEntryBytes) throw tooLarge(basename(entry.fileName), maxEntryBytes);
      if (bytes > maxBytes) throw tooLarge(file, maxBytes);
      if (entry.uncompressedSize > 1024 ** 2 && entry.uncompressedSize > entry.compressedSize * maxRatio)
        throw fail('zip.refused', `An entry of the archive unpacks to more than ${maxRatio} times its size.`);
      if (names.has(entry.fileName)) throw fail('zip.refused', 'Two entries of the archive have one name.');
      if (entry.isEncrypted()) throw fail('zip.refused', 'The archive is encrypted.');
      names.add(entry.fileName);
      entries.push(entry);
    }
  } catch (error) {
    if (CollegialError.isInstance(error)) throw error;
    if (error instanceof Error && unsafeName.test(error.message))
      throw fail('zip.refused', 'An entry of the archive has a name that leads out of it.');
    if (error instanceof Error && error.message.startsWith('strong encryption'))
      throw fail('zip.refused', 'The archive is encrypted.');
    throw fail('zip.malformed', 'The directory of the archive is damaged.', error);
  }
  if (bytes > 1024 ** 2 && bytes > packed * maxRatio)
    throw fail('zip.refused', `The archive unpacks to more than ${maxRatio} times its size.`);
  if (overlap(entries))
    throw fail(
      'zip.refused',
      'Two entries of the archive lie in the same bytes, as only an attack has them.',
    );
  return entries;
}

/** Entries that share their bytes make a small archive large without a ratio that would show it. */
function overlap(entries: readonly Entry[]): boolean {
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  return inOrder.some((entry, index) => {
    const next = inOrder[index + 1];
    const end = entry.relativeOffsetOfLocalHeader + localHeaderBytes + entry.compressedSize;
    return next !== undefined && end > next.relativeOffsetOfLocalHeader;
  });
}

async function* eachEntry(zip: ZipFile): AsyncGenerator<Entry, void, undefined> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      const settle = (action: () => void) => {
        zip.off('entry', onEntry).off('end', onEnd).off('error', onError);
        action();
      };
      const onEntry = (found: Entry) => settle(() => resolve(found));
      const onEnd = () => settle(() => resolve(undefined));
      const onError = (error: Error) => settle(() => reject(error));
      zip.on('entry', onEntry).on('end', onEnd).on('error', onError);
      zip.readEntry();
    });
    if (entry === undefined) return;
    yield entry;
  }
}

function sourceOf(zip: ZipFile, entry: Entry, stamp: string | undefined, fail: Fail): ZipEntry {
  return {
    path: entry.fileName,
    name: basename(entry.fileName),
    bytes: entry.uncompressedSize,
    ...(stamp !== undefined && {
      stamp: [stamp, entry.crc32, entry.uncompressedSize, entry.compressedSize, entry.fileName].join('/'),
    }),
    async *open() {
      let crc = 0;
      let bytes = 0;
      try {
        for await (const chunk of await openEntry(zip, entry)) {
          bytes += chunk.byteLength;
          if (bytes > entry.uncompressedSize) throw otherSize();
          crc = crc32(chunk, crc);
          yield chunk;
        }
        if (bytes !== entry.uncompressedSize) throw otherSize();
      } catch (error) {
        throw fail(
          'zip.malformed',
          `The entry “${basename(entry.fileName)}” of the archive is damaged.`,
          error,
        );
      }
      if (crc !== entry.crc32)
        throw fail(
          'zip.malformed',
          `The entry “${basename(entry.fileName)}” of the archive is damaged: its check sum differs.`,
        );
    },
  };
}

function openEntry(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Uint8Array>> {
  return new Promise((resolve, reject) => {
    const inflates = entry.compressionMethod === deflated;
    zip.openReadStream(entry, inflates ? packedBytes : {}, (error, stream) => {
      if (error !== null) reject(error);
      // Its failure is that of the stream that is read.
      else if (inflates) resolve(pipeline(stream, createInflateRaw({ chunkSize }), () => undefined));
      else resolve(stream);
    });
  });
}

/** Tells an archive from the one that stood there before, or from another; together with the check sum of an entry. */
async function stampOf(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found && [resolve(path), found.dev, found.ino, found.size, found.mtimeNs].join('/');
}

const otherSize = () => new Error('an entry is larger or smaller than the directory of the archive says');
