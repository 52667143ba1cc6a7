import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Folder of real published files: `england` in the folder that COLLEGIAL_DATA names, or in a `shared/data` folder beside or above
 * the repository; `undefined` when there is none.
 */
export function publishedData(): string | undefined {
  const given = process.env.COLLEGIAL_DATA;
  if (given !== undefined) return existsSync(join(given, 'england')) ? join(given, 'england') : undefined;
  for (let at = dirname(fileURLToPath(import.meta.url)); dirname(at) !== at; at = dirname(at)) {
    const folder = join(at, 'shared', 'data', 'england');
    if (existsSync(folder)) return folder;
  }
  return undefined;
}
