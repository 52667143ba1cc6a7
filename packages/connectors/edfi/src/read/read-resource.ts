import { createHash } from 'node:crypto';
import { type Page, page, type ReadContext } from '@collegial/connector-kit';
import type { EdfiConfig } from '../edfi-config.ts';
import type { EdfiCursor } from '../edfi-cursor.ts';
import { guidOf } from '../edfi-ids.ts';
import { type Api, isOutOfReach, openApi } from '../service/open-api.ts';
import { type ListPlace, readList, type Search } from '../service/read-list.ts';
import { readChanges } from './changes.ts';
import { directoryOf } from './directory.ts';
import type { Again, Reading } from './reading.ts';
import { type Removal, resolvedKey } from './resolved.ts';

type Context = ReadContext<EdfiConfig, EdfiCursor>;
type Json = Readonly<Record<string, unknown>>;

/** With more filters than this, all rows are read instead of asking for each. */
const mostFilters = 200;

/**
 * Reads a resource: everything, or what changed since the last time, where the API offers change queries. What was deleted comes first, then rows that
 * changes elsewhere concern, then the rows of the window of change versions, from which an interrupted read goes on.
 */
export const readResource = (reading: Reading) =>
  async function* (context: Context): AsyncGenerator<Page<EdfiCursor>> {
    const api = await openApi(context);
    const directory = directoryOf(context, api);
    const organisations = fingerprintOf(await directory.organisations());
    const before = await usableCursor(context, api, organisations, reading);
    const path = `ed-fi/${reading.resource}`;
    const to = before?.pass === undefined ? api.changes?.newest : before.pass.to;
    const since = before?.upTo;
    let expected = before?.pass?.expected ?? 0;
    let again: Again | undefined =
      since === undefined ? undefined : { goneEnrolments: new Map(), renamed: new Map() };

    const resolved = async (row: unknown, because?: Again): Promise<unknown> => {
      if (typeof row !== 'object' || row === null || Array.isArray(row)) return row;
      const found = (await reading.resolve?.(row as Json, directory, because)) ?? {};
      return { ...row, [resolvedKey]: { ...found, guid: guidOf((row as Json).id) } };
    };
    const allOf = (rows: readonly unknown[], because?: Again) =>
      Promise.all(rows.map((row) => resolved(row, because)));

    /** Clears the places of rows that may have shrunk, and reads what else is there. */
    const sharedPlaces = async (rows: readonly unknown[], because: Again) => {
      const found: { removals: Removal[]; rows: unknown[] } = { removals: [], rows: [] };
      for (const row of rows) {
        const key = typeof row === 'object' && row !== null ? reading.partialKey?.(row as Json) : undefined;
        const gone = key === undefined ? undefined : await reading.byNaturalKey?.(key, directory, because);
        if (key === undefined || gone === undefined) continue;
        found.removals.push({ removal: { key: { ...key }, enrolments: [...gone.enrolments] } });
        for await (const list of readList(context, api, { path, search: gone.search, windowed: true }))
          found.rows.push(...(await allOf(list.rows, because)));
      }
      expected += found.removals.length + found.rows.length;
      return found;
    };

    if (since !== undefined && to !== undefined && before?.pass?.at === undefined) {
      const window = { min: Math.max(0, since + 1 - context.config.overlap), max: to };
      const changes = await readChanges(context, api, reading, directory, window);
      again = changes.again;
      if (changes.removals.length > 0)
        yield page(changes.removals, { place: { file: `${path}/deletes`, page: 1, row: 1 } });
      expected += changes.removals.length;
      const filters = changes.searches.length > mostFilters ? [undefined] : changes.searches;
      for (const search of filters) {
        for await (const list of readList(context, api, {
          path,
          search: { ...search, maxChangeVersion: to },
          windowed: true,
        })) {
          expected += list.rows.length;
          yield page(await allOf(list.rows, again), { place: list.place });
        }
      }
    }

    // A full read has no upper end: a row that is written while it is under way would be in no window, and would be taken for deleted.
    const search: Search =
      since === undefined
        ? {}
        : { minChangeVersion: Math.max(0, since + 1 - context.config.overlap), maxChangeVersion: to };
    const cursorAt = (at: ListPlace | undefined, rows: number): EdfiCursor => ({
      organisations,
      ...(since !== undefined && { upTo: since }),
      pass: { ...(to !== undefined && { to }), expected: expected + rows, ...(at !== undefined && { at }) },
    });
    const from = before?.pass?.at;
    for await (const list of readList(context, api, { path, search, from, windowed: since !== undefined })) {
      const rows = from === undefined ? (list.total ?? 0) : 0;
      const known = list.total === undefined ? {} : { total: expected + rows };
      const parts = again === undefined ? undefined : await sharedPlaces(list.rows, again);
      yield page([...(parts?.removals ?? []), ...(await allOf(list.rows)), ...(parts?.rows ?? [])], {
        place: list.place,
        ...known,
        ...(list.next !== undefined && { cursor: cursorAt(list.next, rows) }),
      });
      if (list.next === undefined) expected += rows;
    }
    const end: EdfiCursor = { organisations, ...(to === undefined ? { ended: true } : { upTo: to }) };
    yield page([], { place: {}, cursor: end });
  };

/** The cursor, when the server still knows what lies behind it; otherwise reading begins at the beginning. */
async function usableCursor(
  context: Context,
  api: Api,
  organisations: string,
  reading: Reading,
): Promise<EdfiCursor | undefined> {
  const { cursor, restart } = context;
  if (cursor === undefined) return undefined;
  const reason = await reasonAgainst(cursor, context, api, organisations, reading);
  if (reason === undefined) return cursor;
  restart(reason);
  return undefined;
}

async function reasonAgainst(
  cursor: EdfiCursor,
  context: Context,
  api: Api,
  organisations: string,
  reading: Reading,
): Promise<string | undefined> {
  if (cursor.organisations !== organisations) return 'Schools were added, or have other ids than before.';
  if (cursor.ended === true) return 'The API has no change queries: everything is read each time.';
  const { changes } = api;
  const windowed = cursor.upTo !== undefined || cursor.pass?.to !== undefined;
  if (!windowed) return changes === undefined ? undefined : 'The API offers change queries now.';
  if (changes === undefined) return 'The API offers no change queries any more.';
  if (changes.newest < Math.max(cursor.upTo ?? 0, cursor.pass?.to ?? 0))
    return 'The change versions of the API have begun anew: its database was replaced.';
  if (cursor.upTo !== undefined && changes.oldest > cursor.upTo + 1)
    return 'The API does not know any more what changed since the last time.';
  if (cursor.upTo === undefined) return undefined;
  try {
    await context.http.json(`${api.data}/ed-fi/${reading.resource}/deletes`, {
      search: { limit: 1, offset: 0, minChangeVersion: cursor.upTo + 1 },
      headers: api.headers,
      signal: context.signal,
    });
    return undefined;
  } catch (error) {
    if (!isOutOfReach(error)) throw error;
    return 'The credentials may not read what was deleted: everything is read each time.';
  }
}

function fingerprintOf(organisations: ReadonlyMap<string, string>): string {
  const text = JSON.stringify([...organisations].sort(([one], [other]) => (one < other ? -1 : 1)));
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
