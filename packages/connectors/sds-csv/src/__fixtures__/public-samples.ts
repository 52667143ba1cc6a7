import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Folder of Microsoft's samples of SDS 2.1: `sds-csv/v2.1` in the folder that COLLEGIAL_DATA names, or in a `shared/data` folder beside or above the
 * repository; `undefined` when there is none.
 */
export function publicSamples(): string | undefined {
  const given = process.env.COLLEGIAL_DATA;
  if (given !== undefined) return existsSync(join(given, 'sds-csv', 'v2.1')) ? join(given, 'sds-csv', 'v2.1') : undefined;
  for (let at = dirname(fileURLToPath(import.meta.url)); dirname(at) !== at; at = dirname(at)) {
    const folder = join(at, 'shared', 'data', 'sds-csv', 'v2.1');
    if (existsSync(folder)) return folder;
  }
  return undefined;
}
