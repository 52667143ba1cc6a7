import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { CollegialError } from '@collegial/model';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { workDirectory } from '../load/bulk/work-file.ts';
import type { StoreOptions } from '../store-options.ts';
import { canonicalPath, openPaths } from './open-paths.ts';

/** An open, locked-down DuckDB with one connection that writes. */
export interface Database {
  readonly path: string;
  readonly directories: readonly string[];
  readonly instance: DuckDBInstance;
  readonly writer: DuckDBConnection;
  /** Lets go of the file. */
  release(): void;
}

/**
 * Opens DuckDB so that it can touch its own file and the named directories alone, loads no extension, and takes
 * no more threads and memory than it was given; none of this can be changed afterwards.
 *
 * @throws CollegialError `store.open-failed`
 */
export async function openDatabase({
  path,
  threads = availableParallelism(),
  memoryLimit = '4GB',
  directories = [],
}: StoreOptions): Promise<Database> {
  checkOptions(threads, memoryLimit);
  const file = path === ':memory:' ? path : canonical(path);
  const held = file !== ':memory:';
  if (held && openPaths().has(file)) throw openFailed('The store file is already open in this process.');
  if (held) openPaths().add(file);
  const allowed = directories.map((directory) => resolve(directory));
  let instance: DuckDBInstance | undefined;
  try {
    instance = await DuckDBInstance.create(file, {
      threads: String(threads),
      memory_limit: memoryLimit,
      // At the engine's own 16 MB, every stream of a larger sync writes its log into the file.
      checkpoint_threshold: '64MB',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const writer = await instance.connect();
    // What a killed process left; this one holds the file now.
    if (held) rmSync(workDirectory(file), { recursive: true, force: true });
    const readable = held ? [...allowed, workDirectory(file)] : allowed;
    for (const setting of lockdown(held, readable)) await writer.run(setting);
    const opened = instance;
    const release = () => {
      writer.closeSync();
      opened.closeSync();
      if (held) {
        openPaths().delete(file);
        rmSync(`${file}.tmp`, { recursive: true, force: true });
        rmSync(workDirectory(file), { recursive: true, force: true });
      }
    };
    return { path: file, directories: allowed, instance, writer, release };
  } catch (error) {
    instance?.closeSync();
    if (held) openPaths().delete(file);
    throw openFailed(reasonOf(error), error);
  }
}

function lockdown(held: boolean, directories: readonly string[]): string[] {
  const list = directories.flatMap((directory) => [directory, `${directory}.partial`]);
  return [
    // DuckDB 1.5.6 fails with an internal error on window filters that this optimiser rewrites (duckdb#20941 and others).
    "set disabled_optimizers = 'top_n_window_elimination'",
    'set allow_community_extensions = false',
    "set disabled_compression_methods = 'fsst'",
    // Without a file there is no place of its own to spill to, and personal data must not land in the working directory.
    ...(held ? [] : ["set temp_directory = ''"]),
    `set allowed_directories = [${list.map((directory) => `'${directory.replaceAll("'", "''")}'`).join(', ')}]`,
    'set enable_external_access = false',
    'set lock_configuration = true',
  ];
}

function checkOptions(threads: number, memoryLimit: string): void {
  if (!Number.isInteger(threads) || threads < 1) {
    throw new CollegialError({
      code: 'argument.invalid',
      message: `threads is ${threads}.`,
      fix: 'Pass a whole number of at least 1.',
    });
  }
  if (!/^\d+(\.\d+)?\s?(KB|MB|GB|TB|KiB|MiB|GiB|TiB)$/i.test(memoryLimit)) {
    throw new CollegialError({
      code: 'argument.invalid',
      message: `memoryLimit is “${memoryLimit}”.`,
      fix: 'Pass a size such as `2GB`.',
    });
  }
}

function canonical(path: string): string {
  try {
    return canonicalPath(path);
  } catch (error) {
    throw openFailed('The directory of the store file does not exist.', error);
  }
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  if (/lock/i.test(text)) {
    const holder = /PID (\d+)/.exec(text)?.[1];
    return `Another process${holder === undefined ? '' : ` (${holder})`} has the store file open.`;
  }
  if (/not a valid DuckDB database|serializ|version number|corrupt/i.test(text))
    return 'The file is not a store that this version of DuckDB can read.';
  if (/permission|denied|read-only/i.test(text)) return 'The store file cannot be written.';
  return 'The store file could not be opened.';
}

function openFailed(message: string, cause?: unknown): CollegialError {
  return new CollegialError({ code: 'store.open-failed', message, cause });
}
