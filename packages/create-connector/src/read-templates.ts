import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AccessStyle, PagingStyle } from './choices.ts';

const templates = fileURLToPath(new URL('../templates/', import.meta.url));

/** Templates by the path of the file that they become: those of every scaffold, and those of the choices made. */
export async function readTemplates(access: AccessStyle, paging: PagingStyle): Promise<Map<string, string>> {
  const folders =
    access === 'files'
      ? ['project', 'files']
      : ['project', 'server', `authentication/${access}`, `paging/${paging}`];
  const found = new Map<string, string>();
  for (const folder of folders) {
    const from = join(templates, folder);
    for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      // npm leaves files of the name .gitignore out of packages.
      const path = relative(from, file)
        .split(sep)
        .join('/')
        .replace(/^gitignore$/, '.gitignore');
      found.set(path, await readFile(file, 'utf8'));
    }
  }
  return found;
}
