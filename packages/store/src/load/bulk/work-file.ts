import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Directory beside a store file in which files to be read in bulk stand while they are read. */
export const workDirectory = (storeFile: string) => `${storeFile}.bulk`;

/** Writes bytes to a file of the store's own naming, does something with it, and removes it, whatever happens. */
export async function withWorkFile<Result>(
  storeFile: string,
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  const directory = workDirectory(storeFile);
  // People's records: for the owner's eyes alone.
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, `${randomUUID()}.csv`);
  try {
    await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(path, { mode: 0o600 }), {
      ...(signal && { signal }),
    });
    return await use(path);
  } finally {
    rmSync(path, { force: true });
  }
}
