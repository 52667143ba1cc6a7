import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Folder of real published files: `england` in the folder that COLLEGIAL_DATA names, or in a `shared/data` folder beside or
 * above the repository; `undefined` when there is none.
 */
export function publishedEngland(): string | undefined {
  const given = process.env.COLLEGIAL_DATA;
  if (given !== undefined) return existsSync(join(given, 'england')) ? join(given, 'england') : undefined;
  for (let at = dirname(fileURLToPath(import.meta.url)); dirname(at) !== at; at = dirname(at)) {
    const folder = join(at, 'shared', 'data', 'england');
    if (existsSync(folder)) return folder;
  }
  return undefined;
}

/** The rows of a file by heading, read without any code of this product; rows hold no line breaks. */
export function rowsByHand(file: string): Record<string, string>[] {
  const lines = readFileSync(file, 'latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const cells = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const [heading = [], ...rows] = lines.map(cells);
  return rows.map((row) => Object.fromEntries(heading.map((name, index) => [name, row[index] ?? ''])));
}
