import { type Page, page } from '@collegial/connector-kit';
import { type Reading, withReading } from '../mapping/reading.ts';
import { isOneOf } from './find-services.ts';
import { type CollectionRead, readAll, readCollection, sourcedIdOf } from './read-collection.ts';
import { readOne } from './read-one.ts';
import { type Pages, withoutTotal } from './read-streams.ts';

/** When more than this many objects would have to be asked for one by one, everything is read instead. */
const mostLookups = 200;

/**
 * Users with their demographics, which are a collection of their own with the same `sourcedId`s. Among changes, a user comes when either of the two
 * changed; the other one is then asked for by itself.
 *
 * @param tolerant true: users come without demographics when the credentials may not read those
 */
export const studentPages = ({ tolerant }: { tolerant: boolean }): Pages =>
  async function* (read, reading, { config, logger }) {
    let all: ReadonlyMap<string, unknown> | undefined = new Map();
    let verified = true;
    try {
      if (config.demographics) {
        const demographics = await readAll('demographics', paged(read));
        all = byId(demographics.rows);
        verified = demographics.verified;
      }
    } catch (error) {
      if (!tolerant || !isOneOf(error, ['http.scope'])) throw error;
      logger.warn('the credentials may not read demographics', {});
      all = undefined;
    }
    const pages =
      read.since === undefined
        ? joined(read, reading, all ?? new Map())
        : changed(read, reading, config.demographics ? all : undefined);
    for await (const one of pages) yield verified ? one : withoutTotal(one);
  };

async function* joined<Cursor>(
  read: CollectionRead<Cursor>,
  reading: Reading,
  demographics: ReadonlyMap<string, unknown>,
): AsyncGenerator<Page<Cursor>> {
  for await (const users of readCollection('users', read))
    yield { ...users, rows: users.rows.map((user) => rowOf(user, demographics.get(idOf(user)), reading)) };
}

/** Changes come as one page: they are few, and the two collections must not be mixed up by an interruption. */
async function* changed<Cursor>(
  read: CollectionRead<Cursor>,
  reading: Reading,
  demographics: ReadonlyMap<string, unknown> | undefined,
): AsyncGenerator<Page<Cursor>> {
  const { rows: userRows, verified } = await readAll('users', paged(read));
  const users = byId(userRows);
  const withoutUser = [...(demographics?.keys() ?? [])].filter((id) => !users.has(id));
  const withoutDemographics =
    demographics === undefined ? [] : [...users.keys()].filter((id) => !demographics.has(id));
  if (withoutUser.length + withoutDemographics.length > mostLookups) {
    const { since: _, from: __, cursor: ___, ...everything } = read;
    const all = byId((await readAll('demographics', everything)).rows);
    for await (const { rows, place } of joined<Cursor>(everything, reading, all)) yield page(rows, { place });
    yield page<Cursor>([], { place: {}, ...cursorAfter(read) });
    return;
  }
  const rows: unknown[] = [];
  for (const [id, user] of users) {
    const own =
      demographics === undefined
        ? undefined
        : (demographics.get(id) ?? (await readOne('demographics', id, read)));
    rows.push(rowOf(user, own, reading));
  }
  for (const id of withoutUser) {
    const user = await readOne('users', id, read);
    if (user !== undefined) rows.push(rowOf(user, demographics?.get(id), reading));
  }
  yield page<Cursor>(rows, {
    place: { page: 1 },
    ...(verified && { total: rows.length }),
    ...cursorAfter(read),
  });
}

function rowOf(user: unknown, demographics: unknown, reading: Reading): unknown {
  const row = withReading(user, reading);
  return demographics === undefined || row === user ? row : { ...(row as object), demographics };
}

/** A read of its own, from the first page. */
function paged<Cursor>({ from: _, cursor: __, ...read }: CollectionRead<Cursor>): CollectionRead<Cursor> {
  return read;
}

/** The cursor of a read that has reached its end. */
export function cursorAfter<Cursor>(read: CollectionRead<Cursor>): { cursor?: Cursor } {
  const cursor = read.cursor?.(undefined);
  return cursor === undefined ? {} : { cursor };
}

function byId(rows: readonly unknown[]): Map<string, unknown> {
  return new Map(rows.map((row) => [idOf(row), row] as const));
}

/** Rows without a `sourcedId` are kept apart, to be refused one by one. */
function idOf(row: unknown): string {
  const id = sourcedIdOf(row);
  return typeof id === 'string' ? id : JSON.stringify(id);
}
