import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { CollegialError, type EntityName, tableLayout } from '@collegial/model';
import type { ParquetConfig } from './parquet-config.ts';

/** Marks an export of a store, whose ids are pseudonyms. */
const exportMarker = '_collegial-export.json';
const mostFiles = 100_000;

/** A file of an entity. */
export interface FoundFile {
  readonly path: string;
  /** Columns that the names of its folders state, such as `academic_year=2023`. */
  readonly folders: ReadonlyMap<string, string | null>;
}

/**
 * The files of an entity, in the order of their paths.
 *
 * @throws CollegialError `file.not-found` for a directory that is not there, or a named file or pattern that names nothing
 */
export async function findFiles(config: ParquetConfig, entity: EntityName): Promise<FoundFile[]> {
  const named = config.files[entity];
  if (named !== undefined) {
    const found = await Promise.all([named].flat().map(byPattern));
    return byPath(found.flat());
  }
  if (config.directory === undefined) return [];
  return await tableFiles(config.directory, [tableLayout(entity).table, entity]);
}

/**
 * The files of a table in a directory: `name.parquet` and what is in the folder `name`.
 *
 * @throws CollegialError `file.not-found` when the directory is not there
 */
export async function tableFiles(directory: string, names: readonly string[]): Promise<FoundFile[]> {
  const root = resolve(directory);
  if (!existsSync(root)) throw notFound(directory);
  const found: FoundFile[] = [];
  for (const name of names) {
    const file = join(root, `${name}.parquet`);
    if (existsSync(file)) found.push({ path: file, folders: new Map() });
    const folder = join(root, name);
    if (existsSync(folder) && (await stat(folder)).isDirectory())
      found.push(...(await inFolder(folder, folder)));
  }
  return byPath(found);
}

/** Whether a directory holds an export of a store. */
export function isExport(directory: string | undefined): boolean {
  return directory !== undefined && existsSync(join(resolve(directory), exportMarker));
}

async function byPattern(pattern: string): Promise<FoundFile[]> {
  const absolute = resolve(pattern);
  if (!pattern.includes('*')) {
    if (!existsSync(absolute)) throw notFound(pattern);
    if (!(await stat(absolute)).isDirectory())
      return [{ path: absolute, folders: foldersOf(absolute, dirname(absolute)) }];
    const inside = await inFolder(absolute, absolute);
    if (inside.length === 0) throw notFound(pattern);
    return inside;
  }
  const fixed = absolute.slice(0, absolute.indexOf('*'));
  const root = fixed.endsWith(sep) ? fixed : dirname(fixed);
  const parts = absolute.split(/(\*\*[/\\]|\*\*|\*)/).map((part) => {
    if (part === '*') return '[^/\\\\]*';
    if (part === '**') return '.*';
    return /^\*\*./.test(part) ? '(?:.*[/\\\\])?' : part.replaceAll(/[\\^$.+?()[\]{}|]/g, '\\$&');
  });
  const expression = new RegExp(`^${parts.join('')}$`);
  const inside = existsSync(root) ? await inFolder(root, root, false) : [];
  const found = inside.filter(({ path }) => expression.test(path));
  if (found.length === 0) throw notFound(pattern);
  return found;
}

async function inFolder(folder: string, root: string, onlyParquet = true): Promise<FoundFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    // Writers leave hidden files, `_SUCCESS` and the like beside the data.
    .filter(
      (entry) =>
        entry.isFile() && !/^[._]/.test(entry.name) && (!onlyParquet || entry.name.endsWith('.parquet')),
    )
    .map((entry) => join(entry.parentPath, entry.name));
  if (files.length > mostFiles)
    throw new CollegialError({
      code: 'argument.invalid',
      message: `The folder holds more than ${mostFiles} files.`,
      fix: 'Name the folder of one entity.',
      place: { file: basename(folder) },
    });
  return files.map((path) => ({ path, folders: foldersOf(path, root) }));
}

/** `academic_year=2023` between the root and the file. */
function foldersOf(path: string, root: string): Map<string, string | null> {
  const parts = relative(root, dirname(path)).split(sep);
  return new Map(
    parts.flatMap((part) => {
      const [, name, value] = /^([^=]+)=(.*)$/.exec(part) ?? [];
      return name === undefined || value === undefined ? [] : [[decoded(name), statedBy(value)] as const];
    }),
  );
}

const statedBy = (written: string) => (written === '__HIVE_DEFAULT_PARTITION__' ? null : decoded(written));

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

const byPath = (files: readonly FoundFile[]) =>
  [...new Map(files.map((file) => [file.path, file])).values()].sort((a, b) => (a.path < b.path ? -1 : 1));

function notFound(path: string): CollegialError {
  return new CollegialError({
    code: 'file.not-found',
    message: 'There is no such file or directory.',
    place: { file: basename(path) },
  });
}
