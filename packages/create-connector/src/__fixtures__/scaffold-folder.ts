import { existsSync } from 'node:fs';
import { mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for scaffolds, in which packages are found as in this repository. */
export interface ScaffoldFolder {
  readonly directory: string;
  remove(): Promise<void>;
}

/** Makes one among the temporary files. */
export async function scaffoldFolder(): Promise<ScaffoldFolder> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'create-collegial-connector-')));
  await symlink(installed(), join(directory, 'node_modules'));
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}

/** The `node_modules` in which the packages of this repository are linked. */
function installed(): string {
  const candidates = createRequire(import.meta.url).resolve.paths('collegial') ?? [];
  const found = candidates.find((path) => existsSync(join(path, '@collegial/connector-kit')));
  if (found === undefined) throw new Error('The workspace is not installed: run npm install first.');
  return found;
}
