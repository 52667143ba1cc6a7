import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A directory as a user has it: files, and a `node_modules` in which the packages are found. */
export interface Project {
  readonly directory: string;
  /** Writes a file, its folders included; gives its path. */
  write(name: string, content: string | Uint8Array): Promise<string>;
  remove(): Promise<void>;
}

/** Makes a project in the directory for temporary files. */
export async function createProject(files: Readonly<Record<string, string>> = {}): Promise<Project> {
  const directory = await mkdtemp(join(tmpdir(), 'collegial-cli-'));
  await symlink(installed(), join(directory, 'node_modules'));
  const write: Project['write'] = async (name, content) => {
    const path = join(directory, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return path;
  };
  for (const [name, content] of Object.entries(files)) await write(name, content);
  return { directory, write, remove: () => rm(directory, { recursive: true, force: true }) };
}

/** The `node_modules` in which this package and the connectors are linked. */
function installed(): string {
  const candidates = createRequire(import.meta.url).resolve.paths('collegial') ?? [];
  const found = candidates.find((path) => existsSync(join(path, 'collegial/package.json')));
  if (found === undefined) throw new Error('The workspace is not installed: run npm install first.');
  return found;
}
