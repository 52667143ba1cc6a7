import { readdir } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { byteSource, type FileInput, readZip, type ZipArchive } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import type { CtfConfig } from './ctf-config.ts';

/** A file to look at. */
export interface CtfInput {
  /** File name below the folder; for an entry of an archive, the archive and the path in it. */
  readonly name: string;
  readonly input: FileInput;
  /** True when the settings name it: then it must be a transfer file. */
  readonly named: boolean;
}

/** A file that could not even be opened. */
export interface UnopenedInput {
  readonly name: string;
  readonly error: CollegialError;
}

/** What the settings lead to. Archives stay open until `close` is called. */
export interface CtfInputs {
  readonly inputs: readonly CtfInput[];
  readonly unopened: readonly UnopenedInput[];
  close(): void;
}

/**
 * Lists the files that the settings lead to, entries of zip archives among them, in order of their names.
 *
 * @throws CollegialError `config.invalid` when the settings name neither folder nor file; `file.not-found` when a folder is not there
 */
export async function listInputs(config: CtfConfig): Promise<CtfInputs> {
  const inputs: CtfInput[] = [];
  const unopened: UnopenedInput[] = [];
  const archives: ZipArchive[] = [];
  for (const { path, name, named } of await listPaths(config)) {
    try {
      if (!/\.zip$/i.test(path)) {
        inputs.push({ name, named, input: { path } });
        continue;
      }
      const archive = await readZip({ path }, { maxEntryBytes: 1024 ** 3 });
      archives.push(archive);
      for (const entry of archive.entries.filter((candidate) => /\.xml$/i.test(candidate.path)))
        inputs.push({ name: `${name}/${entry.path}`, named: false, input: { ...entry } });
    } catch (error) {
      if (!CollegialError.isInstance(error)) throw error;
      unopened.push({ name, error });
    }
  }
  return {
    inputs: await Promise.all(inputs.map(withName)),
    unopened,
    close: () => {
      for (const archive of archives) archive.close();
    },
  };
}

/** A file is told in messages by the name under which it was found, not by the last part of it. */
async function withName(input: CtfInput): Promise<CtfInput> {
  const source = await byteSource(input.input);
  return { ...input, input: { name: input.name, open: () => source.open() } };
}

/**
 * The paths that the settings lead to.
 *
 * @throws CollegialError `config.invalid`, `file.not-found`
 */
export async function listPaths({
  folder,
  files,
}: CtfConfig): Promise<{ path: string; name: string; named: boolean }[]> {
  if (folder === undefined && files.length === 0)
    throw new CollegialError({
      code: 'config.invalid',
      message: 'The settings name neither a folder nor a file.',
      fix: 'Set `folder` to the folder with the transfer files, or list them under `files`.',
    });
  const named = files.map((file) => resolve(folder ?? '.', file));
  const paths = new Set([...named, ...(folder === undefined ? [] : await filesIn(folder))]);
  return [...paths].sort().map((path) => ({
    path,
    named: named.includes(path),
    name: folder === undefined ? basename(path) : nameIn(folder, path),
  }));
}

function nameIn(folder: string, path: string): string {
  const name = relative(folder, path).split(sep).join('/');
  return name.startsWith('../') ? basename(path) : name;
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /\.(xml|zip)$/i.test(entry.name))
      .map((entry) => resolve(join(entry.parentPath, entry.name)));
  } catch (cause) {
    throw new CollegialError({
      code: 'file.not-found',
      message: 'The folder with the transfer files cannot be read.',
      fix: 'Correct `folder` in the configuration.',
      cause,
    });
  }
}
