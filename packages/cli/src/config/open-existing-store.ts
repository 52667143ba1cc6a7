import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { CollegialError } from '@collegial/model';
import { openStore, type Store } from '@collegial/store';

/**
 * Opens a store to read from. A path that was mistyped is an error rather than a new, empty store.
 *
 * @throws CollegialError `file.not-found`, and what {@link openStore} throws
 */
export async function openExistingStore(path: string): Promise<Store> {
  if (!existsSync(path)) {
    throw new CollegialError({
      code: 'file.not-found',
      message: 'There is no store yet.',
      fix: 'Run `collegial sync`, or correct the path of the store.',
      place: { file: basename(path) },
    });
  }
  return openStore({ path });
}
