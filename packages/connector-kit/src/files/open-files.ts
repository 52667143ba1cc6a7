import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type ByteSource, byteSource, notFound } from './byte-source.ts';
import { readZip, type ZipOptions } from './read-zip.ts';

/** A file of a folder or archive. */
export interface OpenFile extends ByteSource {
  /** Folder inside the archive, ending in `/`; empty at its top, and for the files of a folder. */
  readonly folder: string;
}

/** The files of a folder or zip archive, open. */
export interface OpenFiles {
  /** Name of the folder or archive, without its directory. */
  readonly name: string;
  readonly files: readonly OpenFile[];
  close(): void;
}

/**
 * Opens an export that is a zip archive or the folder it was unpacked to. Of a folder the files in it are taken, not those below it; what macOS puts
 * beside the files of an archive is left out.
 *
 * @throws CollegialError `file.not-found`, `zip.malformed`, `zip.refused`, `file.too-large`
 * @example
 * ```ts
 * import { openFiles, readCsv } from '@collegial/connector-kit';
 *
 * async function headings(path: string) {
 *   const { files, close } = await openFiles(path);
 *   for (const file of files) for await (const { line, values } of readCsv(file)) console.log(file.name, line, values);
 *   close();
 * }
 * ```
 */
export async function openFiles(path: string, options: ZipOptions = {}): Promise<OpenFiles> {
  const kind = await stat(path).catch((cause: unknown) => {
    throw notFound(path, cause);
  });
  if (kind.isDirectory()) {
    const entries = (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile());
    const files = entries.map(async ({ name }) => ({
      ...(await byteSource({ path: join(path, name) })),
      folder: '',
    }));
    return { name: basename(path), files: await Promise.all(files), close: () => undefined };
  }
  const archive = await readZip({ path }, options);
  const files = archive.entries
    .filter((entry) => !entry.path.startsWith('__MACOSX/'))
    .map((entry) => ({
      name: entry.name,
      ...(entry.stamp !== undefined && { stamp: entry.stamp }),
      open: () => entry.open(),
      folder: entry.path.slice(0, entry.path.length - entry.name.length),
    }));
  return { name: basename(path), files, close: () => archive.close() };
}
