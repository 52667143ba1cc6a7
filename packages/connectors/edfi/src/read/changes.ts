import { guidOf } from '../edfi-ids.ts';
import type { Api, ApiContext } from '../service/open-api.ts';
import { isOutOfReach } from '../service/open-api.ts';
import { readList, type Search } from '../service/read-list.ts';
import { type Directory, field, keyOf } from './directory.ts';
import type { Again, Reading } from './reading.ts';
import type { Removal } from './resolved.ts';

type Json = Readonly<Record<string, unknown>>;

/** Change versions, both included. */
export interface Window {
  readonly min: number;
  readonly max: number;
}

/** What happened in a window besides rows that were written. */
export interface Changes {
  readonly removals: readonly Removal[];
  /** Filters of rows that have to be read again. */
  readonly searches: readonly Search[];
  readonly again: Again;
}

/** Reads deletions and changes of keys of a resource and of those that it follows. */
export async function readChanges(
  context: ApiContext,
  api: Api,
  reading: Reading,
  directory: Directory,
  window: Window,
): Promise<Changes> {
  const search = { minChangeVersion: window.min, maxChangeVersion: window.max };
  const list = async (path: string, byCursor = false): Promise<Json[]> => {
    const found: Json[] = [];
    for await (const { rows } of readList(context, api, {
      path: `ed-fi/${path}`,
      search,
      windowed: true,
      byCursor,
    }))
      for (const row of rows) if (typeof row === 'object' && row !== null) found.push(row as Json);
    return found;
  };
  const keyChangesOf = async (resource: string) => {
    try {
      return await list(`${resource}/keyChanges`);
    } catch (error) {
      // Servers give this list only for resources whose keys can change.
      if (isOutOfReach(error)) return [];
      throw error;
    }
  };

  const searches = new Map<string, Search>();
  const readAgain = (filter: Search | undefined) => {
    if (filter !== undefined) searches.set(JSON.stringify(filter), filter);
  };
  const gone = new Map<string, string[]>();
  const renamed = new Map<string, string>();
  const again: Again = { goneEnrolments: gone, renamed };
  const naturally = reading.byNaturalKey !== undefined;
  if (naturally)
    for (const change of await keyChangesOf('students')) {
      const [from, to] = [
        field(change, 'oldKeyValues', 'studentUniqueId'),
        field(change, 'newKeyValues', 'studentUniqueId'),
      ];
      if (from !== undefined && to !== undefined && from !== to) renamed.set(from, to);
    }

  for (const [resource, filterOf] of Object.entries(reading.follows ?? {})) {
    const leave = (key: unknown, id: unknown) => {
      const guid = guidOf(id);
      const pair = keyOf(presentStudent(field(key, 'studentUniqueId'), again), field(key, 'schoolId'));
      if (resource === 'studentSchoolAssociations' && pair !== undefined && guid !== undefined)
        gone.set(pair, [...(gone.get(pair) ?? []), guid]);
    };
    for (const row of await list(resource, true)) readAgain(filterOf(row));
    for (const { id, keyValues } of await list(`${resource}/deletes`)) {
      leave(keyValues, id);
      readAgain(filterOf(presentKey(keyValues, again)));
    }
    for (const { id, oldKeyValues } of await keyChangesOf(resource)) {
      leave(oldKeyValues, id);
      readAgain(filterOf(presentKey(oldKeyValues, again)));
    }
  }

  const removals: Removal[] = [];
  const natural = async (key: unknown) => {
    const found = await reading.byNaturalKey?.(presentKey(key, again), directory, again);
    if (found === undefined) return undefined;
    readAgain(found.search);
    return found;
  };
  for (const { id, keyValues } of await list(`${reading.resource}/deletes`)) {
    const found = naturally ? await natural(keyValues) : undefined;
    removals.push(removalOf(id, keyValues, found?.enrolments));
  }
  if (naturally)
    for (const { id, oldKeyValues } of await keyChangesOf(reading.resource)) {
      const found = await natural(oldKeyValues);
      removals.push(removalOf(id, oldKeyValues, found?.enrolments));
    }
  return { removals, searches: [...searches.values()], again };
}

function removalOf(id: unknown, key: unknown, enrolments: readonly string[] | undefined): Removal {
  const guid = guidOf(id);
  return {
    removal: {
      ...(guid !== undefined && { guid }),
      key: typeof key === 'object' && key !== null ? (key as Record<string, unknown>) : {},
      ...(enrolments !== undefined && { enrolments: [...enrolments] }),
    },
  };
}

/** A student's unique id as it is now, through any number of changes. */
function presentStudent(uniqueId: string | undefined, { renamed }: Again): string | undefined {
  let present = uniqueId;
  for (let changes = 0; present !== undefined && renamed.has(present) && changes < 100; changes += 1)
    present = renamed.get(present);
  return present;
}

function presentKey(key: unknown, again: Again): Json {
  const values = typeof key === 'object' && key !== null ? (key as Json) : {};
  const student = presentStudent(field(values, 'studentUniqueId'), again);
  return student === undefined ? values : { ...values, studentUniqueId: student };
}
