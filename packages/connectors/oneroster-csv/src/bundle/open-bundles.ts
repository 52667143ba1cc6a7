import { CollegialError } from '@collegial/model';
import { type Bundle, openBundle } from './open-bundle.ts';
import type { OneRosterVersion } from './tables.ts';

/** A bundle with those that it builds on, newest first. */
export interface Bundles {
  readonly version: OneRosterVersion;
  readonly all: readonly Bundle[];
  close(): void;
}

/**
 * Opens a bundle and those that it builds on.
 *
 * @param path the newest bundle
 * @param earlier those before it, oldest first
 * @throws CollegialError as `openBundle`; `config.invalid` when they are of different versions
 */
export async function openBundles(path: string, earlier: readonly string[] = []): Promise<Bundles> {
  const all: Bundle[] = [];
  const close = () => {
    for (const bundle of all) bundle.close();
  };
  try {
    for (const each of [path, ...earlier.toReversed()]) all.push(await openBundle(each));
    const [newest] = all as [Bundle];
    const other = all.find(({ version }) => version !== newest.version);
    if (other !== undefined) throw mixed(newest, other);
    return { version: newest.version, all, close };
  } catch (error) {
    close();
    throw error;
  }
}

function mixed(newest: Bundle, other: Bundle): CollegialError {
  return new CollegialError({
    code: 'config.invalid',
    message: `The bundle “${newest.name}” is of OneRoster ${newest.version} and “${other.name}”, which is said to come before it, of ${other.version}.`,
    fix: 'Begin anew with a bulk bundle of the new version, without earlier ones.',
    place: { field: 'earlier' },
  });
}
