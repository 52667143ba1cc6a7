import { stat } from 'node:fs/promises';
import type { DfeConfig } from './dfe-config.ts';
import { type FoundFiles, findFiles, listPaths } from './find-files.ts';
import { buildSchoolIndex, type KnownSchool, type SchoolIndex } from './school-index.ts';

/** What the streams of a run share: the files that the settings lead to, and the index of the schools in them. */
export interface Known extends FoundFiles {
  /** Reads all files that name schools, once. */
  index(signal?: AbortSignal): Promise<SchoolIndex>;
}

const known = new WeakMap<DfeConfig, { readonly state: string; readonly found: Promise<Known> }>();

/** Looks at the files: once for the streams of a run, and again when a file has changed. */
export async function knownFiles(config: DfeConfig, signal?: AbortSignal): Promise<Known> {
  const state = (await Promise.all((await listPaths(config)).map(({ path }) => stateOf(path)))).join('\n');
  const before = known.get(config);
  if (before?.state === state) return before.found;
  const found = look(config, signal);
  known.set(config, { state, found });
  // A look that failed or was aborted must not be remembered.
  found.catch(() => known.delete(config));
  return found;
}

async function look(config: DfeConfig, signal: AbortSignal | undefined): Promise<Known> {
  const found = await findFiles(config, signal);
  let index: Promise<SchoolIndex> | undefined;
  return {
    ...found,
    index: (signalOfRead) => {
      index ??= buildSchoolIndex(found.files, signalOfRead).catch((error: unknown) => {
        index = undefined;
        throw error;
      });
      return index;
    },
  };
}

async function stateOf(path: string): Promise<string> {
  // A file that is missing is told by findFiles, with its place.
  const { size = 0, mtimeMs = 0 } = (await stat(path).catch(() => undefined)) ?? {};
  return `${path} ${size} ${mtimeMs}`;
}

/** Tells whether a school is in one of the chosen authorities, now or before; every school when none were chosen. */
export function isInside(config: DfeConfig, school: KnownSchool | undefined): boolean {
  if (config.authorities.length === 0) return true;
  return school?.statements.some(({ authority }) => config.authorities.includes(authority)) ?? false;
}
