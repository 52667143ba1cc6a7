import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BulkFile } from '@collegial/model';

/** Directory beside a store file in which files to be read in bulk stand while they are read. */
export const workDirectory = (storeFile: string) => `${storeFile}.bulk`;

/** Writes files to files of the store's own naming, does something with them, and removes them, whatever happens. */
export async function withWorkFiles<Result>(
  storeFile: string,
  files: readonly Pick<BulkFile, 'bytes'>[],
  signal: AbortSignal | undefined,
  use: (paths: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const directory = workDirectory(storeFile);
  // People's records: for the owner's eyes alone.
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const paths = files.map(() => join(directory, `${randomUUID()}.csv`));
  try {
    for (const [index, path] of paths.entries()) {
      const bytes = Readable.from((files[index] as BulkFile).bytes(), { objectMode: false });
      await pipeline(bytes, createWriteStream(path, { mode: 0o600 }), { ...(signal && { signal }) });
    }
    return await use(paths);
  } finally {
    for (const path of paths) rmSync(path, { force: true });
  }
}
