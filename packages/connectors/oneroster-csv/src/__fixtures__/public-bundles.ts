import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Folder of public bundles: `oneroster-csv` in the folder that COLLEGIAL_DATA names, or in a `shared/data` folder beside or above the repository;
 * `undefined` when there is none.
 */
export function publicBundles(): string | undefined {
  const given = process.env.COLLEGIAL_DATA;
  if (given !== undefined) return existsSync(join(given, 'oneroster-csv')) ? join(given, 'oneroster-csv') : undefined;
  for (let at = dirname(fileURLToPath(import.meta.url)); dirname(at) !== at; at = dirname(at)) {
    const folder = join(at, 'shared', 'data', 'oneroster-csv');
    if (existsSync(folder)) return folder;
  }
  return undefined;
}
