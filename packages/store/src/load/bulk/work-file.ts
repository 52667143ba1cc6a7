import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BulkFile } from '@collegial/model';

/** Directory beside a store file in which files to be read in bulk stand while they are read. */
export const workDirectory = (storeFile: string) => `${storeFile}.bulk`;

/** What may wait to be written while more is being unpacked. */
const writeBytes = 1024 ** 2;

type Written = Pick<BulkFile, 'bytes' | 'stamp'>;

/** Files for the engine to read. */
export interface WorkFiles {
  /**
   * Writes files to files of the store's own naming and does something with them. They are removed at once, whatever happens, unless their bytes are known by a stamp: these stay
   * for the next use, since several streams of a source read one file.
   */
  use<Result>(
    files: readonly Written[],
    signal: AbortSignal | undefined,
    use: (paths: readonly string[]) => Promise<Result>,
  ): Promise<Result>;
  /** Removes what stayed. */
  clear(): Promise<void>;
}

/** The files of a store, used one after the other. */
export function createWorkFiles(storeFile: string): WorkFiles {
  const directory = workDirectory(storeFile);
  /** Paths by stamp. */
  const kept = new Map<string, string>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const keepOnly = (stamps: ReadonlySet<string>) => {
    for (const [stamp, path] of kept)
      if (!stamps.has(stamp)) {
        kept.delete(stamp);
        rmSync(path, { force: true });
      }
  };
  return {
    use: (files, signal, use) =>
      inTurn(async () => {
        keepOnly(new Set(files.flatMap(({ stamp }) => stamp ?? [])));
        // People's records: for the owner's eyes alone.
        mkdirSync(directory, { recursive: true, mode: 0o700 });
        const unnamed: string[] = [];
        try {
          const paths: string[] = [];
          for (const { stamp, bytes } of files) {
            const known = stamp === undefined ? undefined : kept.get(stamp);
            const path = known ?? join(directory, `${randomUUID()}.csv`);
            paths.push(path);
            if (known !== undefined) continue;
            unnamed.push(path);
            await pipeline(
              Readable.from(bytes(), { objectMode: false }),
              createWriteStream(path, { mode: 0o600, highWaterMark: writeBytes }),
              {
                ...(signal && { signal }),
              },
            );
            if (stamp === undefined) continue;
            kept.set(stamp, path);
            unnamed.pop();
          }
          return await use(paths);
        } finally {
          for (const path of unnamed) rmSync(path, { force: true });
        }
      }),
    clear: () => inTurn(async () => keepOnly(new Set())),
  };
}
