import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const registry = Symbol.for('collegial.store.open-paths');

/**
 * The store files that this process has open, shared by every copy of this package. DuckDB does not stop one process from
 * opening a file twice, and on POSIX the second one's close would even give away the first one's lock.
 */
export function openPaths(): Set<string> {
  const holder = globalThis as { [registry]?: Set<string> };
  holder[registry] ??= new Set();
  return holder[registry];
}

/** A path with its directory's symbolic links resolved, so that one file has one name. */
export function canonicalPath(path: string): string {
  const absolute = resolve(path);
  return join(realpathSync(dirname(absolute)), basename(absolute));
}
