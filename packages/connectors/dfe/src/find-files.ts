import { readdir } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { CollegialError, type ErrorCode, parseAcademicYear } from '@collegial/model';
import type * as z from 'zod';
import type { DfeConfig, DfeFileSettings } from './dfe-config.ts';
import type { DfeFile } from './dfe-schemas.ts';
import { readDay } from './read-day.ts';
import { readHeadings } from './table-rows.ts';
import { type DfeTable, holdsFigures, normalHeading, recogniseTable, signatures } from './tables.ts';

type FileSettings = z.output<typeof DfeFileSettings>;

/** A file that is not read, and why. */
export interface UnreadFile {
  /** Path below the folder of the configuration, or the file name alone. */
  readonly name: string;
  readonly reason: string;
  /** Set when it should have been read. */
  readonly code?: ErrorCode;
  /** Heading that is missing. */
  readonly field?: string;
  /** Kind of file, when it could be told. */
  readonly table?: DfeTable;
}

/** What the settings lead to: files to read, in order of their path, and files left aside. */
export interface FoundFiles {
  readonly files: readonly DfeFile[];
  readonly unread: readonly UnreadFile[];
}

/**
 * Looks at every file that the settings name and tells by its header what it is.
 *
 * @throws CollegialError `config.invalid` when there is neither folder nor file, a table of figures has no academic year, or
 * two files would be the same publication of one year; `file.not-found` when a file or folder does not exist
 */
export async function findFiles(config: DfeConfig, signal?: AbortSignal): Promise<FoundFiles> {
  const files: DfeFile[] = [];
  const unread: UnreadFile[] = [];
  for (const { path, settings } of await listPaths(config)) {
    signal?.throwIfAborted();
    const found = settings?.ignore
      ? { name: nameOf(path, config), reason: 'the configuration says to ignore it' }
      : await identify(path, settings, config);
    if ('path' in found) files.push(found);
    else unread.push(found);
  }
  refuseTwins(files);
  return { files, unread };
}

async function identify(
  path: string,
  settings: FileSettings | undefined,
  config: DfeConfig,
): Promise<DfeFile | UnreadFile> {
  const name = nameOf(path, config);
  let written: readonly string[];
  try {
    written = await readHeadings(path);
  } catch (error) {
    if (!CollegialError.isInstance(error) || error.code === 'file.not-found') throw error;
    return { name, code: error.code, reason: error.message };
  }
  const signature =
    settings?.table === undefined
      ? recogniseTable(written)
      : signatures.find(({ table }) => table === settings.table);
  if (signature === undefined)
    return { name, reason: 'its header is not that of a table this connector reads' };
  const headings = new Map(written.map((heading) => [normalHeading(heading), heading]));
  const missing = signature.required.find((heading) => !headings.has(normalHeading(heading)));
  if (missing !== undefined) {
    const reason = `the column “${missing}” is missing from this ${signature.title}`;
    return { name, table: signature.table, code: 'csv.missing-column', reason, field: missing };
  }
  const { table } = signature;
  const year = settings?.academicYear ?? yearInPath(name) ?? config.academicYear;
  if (holdsFigures(table) && year === undefined) throw noYear(name);
  const asOf = settings?.asOf ?? dayInName(name) ?? config.asOf;
  return {
    path,
    name,
    table,
    headings,
    publication: settings?.publication ?? publicationOf(table, basename(name)),
    ...(holdsFigures(table) && year !== undefined ? { academicYear: parseAcademicYear(year) } : {}),
    ...(settings?.publishedOn === undefined ? {} : { publishedOn: settings.publishedOn }),
    ...(holdsFigures(table) || asOf === undefined ? {} : { asOf }),
  };
}

/**
 * The paths that the settings lead to, in order, with what they say of each.
 *
 * @throws CollegialError `config.invalid`, `file.not-found`
 */
export async function listPaths(config: DfeConfig): Promise<{ path: string; settings?: FileSettings }[]> {
  const { folder, files } = config;
  if (folder === undefined && files.length === 0) {
    throw new CollegialError({
      code: 'config.invalid',
      message: 'The settings name neither a folder nor a file.',
      fix: 'Set `folder` to the folder with the published files, or list them under `files`.',
    });
  }
  const named = new Map(files.map((entry) => [resolve(folder ?? '.', entry.path), entry]));
  const paths = new Set([...named.keys(), ...(folder === undefined ? [] : await csvFilesIn(folder))]);
  return [...paths].sort().map((path) => {
    const settings = named.get(path);
    return settings === undefined ? { path } : { path, settings };
  });
}

async function csvFilesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /\.csv$/i.test(entry.name))
      .map((entry) => resolve(join(entry.parentPath, entry.name)));
  } catch (cause) {
    throw new CollegialError({
      code: 'file.not-found',
      message: 'The folder with the published files cannot be read.',
      fix: 'Correct `folder` in the configuration.',
      cause,
    });
  }
}

function nameOf(path: string, { folder }: DfeConfig): string {
  return folder === undefined ? basename(path) : relative(folder, path).split(sep).join('/');
}

/** `2018-2019` or `2018-19` as a part of the path, the way the performance tables are packed. */
function yearInPath(path: string): string | undefined {
  for (const part of path.split('/')) {
    const match = /(?:^|[^\d])(20\d\d)-(?:20)?(\d\d)(?:[^\d]|$)/.exec(part);
    if (match !== null && (Number(match[1]) + 1) % 100 === Number(match[2])) return `${match[1]}-${match[2]}`;
  }
  return undefined;
}

/** Downloads of the register carry their day: `edubasealldata20220314.csv`. */
function dayInName(name: string): string | undefined {
  return readDay(/(20\d{6})\.csv$/i.exec(name)?.[1] ?? '') ?? undefined;
}

function publicationOf(table: string, name: string): string {
  const edition = ['provisional', 'revised', 'final'].find((word) => name.toLowerCase().includes(word));
  return edition === undefined ? table : `${table}-${edition}`;
}

function refuseTwins(files: readonly DfeFile[]): void {
  const seen = new Map<string, DfeFile>();
  for (const file of files.filter(({ table }) => holdsFigures(table))) {
    const key = `${file.table} ${file.academicYear} ${file.publication}`;
    const twin = seen.get(key);
    if (twin !== undefined) {
      throw new CollegialError({
        code: 'config.invalid',
        message: `${twin.name} and ${file.name} would be the same publication (${file.publication}) of the same year.`,
        fix: 'Give one of them its own `academicYear` or `publication` under `files`, or ignore one.',
      });
    }
    seen.set(key, file);
  }
}

function noYear(name: string): CollegialError {
  return new CollegialError({
    code: 'config.invalid',
    message: `${name} holds figures but neither it nor the settings say of which academic year.`,
    fix: 'Set `academicYear` to the year of the figures, for example 2018/19, for this file under `files` or for all.',
  });
}
